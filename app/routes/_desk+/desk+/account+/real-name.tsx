import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { RealNameForm } from "~/components/identity/real-name-form";
import { RealNameStatus } from "~/components/identity/real-name-status";
import { Card } from "~/components/ui/card";
import { findOwnRealName } from "~/domain/identity/account-queries.server";
import { applyForRealName } from "~/domain/identity/apply-for-real-name.server";
import { MAX_DOCUMENT_BYTES } from "~/domain/identity/document-file-rules";
import { realNameSchema } from "~/domain/identity/real-name-schema";
import { withdrawRealName } from "~/domain/identity/withdraw-real-name.server";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { readUpload } from "~/http/upload.server";
import { withoutSecrets } from "~/http/without-secrets";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const HERE = "/desk/account/real-name";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireUser(request);
  const t = getFixedT(request, ["account", "common"]);
  return {
    level: actor.realNameLevel,
    application: await findOwnRealName(getDb(), actor),
    title: `${t("account:realName.title")} · ${t("common:marketName")}`,
  };
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

const withdrawSchema = z.object({ applicationId: z.uuid("not_found") });

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireUser(request);
  const isUpload = request.headers.get("content-type")?.startsWith("multipart/form-data") ?? false;
  if (!isUpload) {
    const form = parseFormData(await readForm(request), withdrawSchema);
    if (form.status !== "success") return refuseForm(form);
    return withErrors(async () => {
      await withdrawRealName(form.value, actor, getDb());
      return redirectWithFlash(HERE, { tone: "info", message: "account:flash.withdrawn" });
    });
  }
  const blank = parseFormData(new FormData(), realNameSchema);
  return answerForm(blank, async () => {
    const { fields, upload } = await readUpload(request, {
      field: "file",
      maxBytes: MAX_DOCUMENT_BYTES,
    });
    const form = parseFormData(fields, realNameSchema);
    const safe = withoutSecrets(form, []);
    if (form.status !== "success") return refuseForm(safe);
    return answerForm(safe, async () => {
      const { consent: _, ...facts } = form.value;
      await applyForRealName({ ...facts, upload }, actor, getDb());
      return redirectWithFlash(HERE, { tone: "success", message: "account:flash.applied" });
    });
  });
}

export default function RealName() {
  const { level, application } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("account");
  const isOpen = application?.state === "SUBMITTED";
  return (
    <div className="max-w-2xl space-y-6">
      <RealNameStatus level={level} application={application} />
      {level < 2 && !isOpen && (
        <Card title={t("realName.submit")}>
          <RealNameForm answer={answer} />
        </Card>
      )}
    </div>
  );
}
