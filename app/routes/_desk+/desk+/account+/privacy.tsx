import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useFormView } from "~/components/identity/form-view";
import { buttonClass, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { TextInput } from "~/components/ui/text-input";
import { passwordOnlySchema } from "~/domain/identity/auth-schema";
import { closeAccount } from "~/domain/identity/close-account.server";
import { DomainError } from "~/domain/shared/domain-error";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { withoutSecrets } from "~/http/without-secrets";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  const t = getFixedT(request, ["account", "common"]);
  return { title: `${t("account:privacy.title")} · ${t("common:marketName")}` };
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

const closeSchema = passwordOnlySchema.extend({ word: z.string().trim().default("") });

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireUser(request);
  const form = await parseForm(request, closeSchema);
  const safe = withoutSecrets(form, ["password"]);
  if (form.status !== "success") return refuseForm(safe);
  return answerForm(safe, async () => {
    const expected = getFixedT(request, "account")("privacy.deleteWord");
    if (form.value.word.normalize("NFKC") !== expected) {
      throw new DomainError("confirm_word", { field: "word", params: { word: expected } });
    }
    await closeAccount({ password: form.value.password }, actor, getDb());
    // The session rows are gone; the cookie names nothing any more.
    return redirectWithFlash("/", { tone: "info", message: "account:privacy.deleted" });
  });
}

export default function Privacy() {
  const { t } = useTranslation("account");
  const view = useFormView(useActionData<typeof action>());
  const word = t("privacy.deleteWord");
  return (
    <div className="max-w-2xl space-y-6">
      <Card title={t("privacy.exportTitle")}>
        <p className="mb-4">{t("privacy.exportLead")}</p>
        <Form method="post" action="/desk/account/export" reloadDocument>
          <button type="submit" className={buttonClass("secondary")}>
            {t("privacy.export")}
          </button>
        </Form>
      </Card>
      <Card title={t("privacy.deleteTitle")}>
        <p className="mb-4">{t("privacy.deleteLead")}</p>
        <Form method="post" className="max-w-md space-y-5" noValidate>
          <FormErrorSummary
            {...view.summary({
              word: t("privacy.deleteConfirm", { word }),
              password: t("privacy.password"),
            })}
          />
          <TextInput
            name="word"
            label={t("privacy.deleteConfirm", { word })}
            defaultValue={view.value("word")}
            error={view.error("word")}
            autoComplete="off"
            width="short"
            required
          />
          <TextInput
            name="password"
            type="password"
            label={t("privacy.password")}
            error={view.error("password")}
            autoComplete="current-password"
            required
          />
          <SubmitButton variant="danger">{t("privacy.delete")}</SubmitButton>
        </Form>
      </Card>
    </div>
  );
}
