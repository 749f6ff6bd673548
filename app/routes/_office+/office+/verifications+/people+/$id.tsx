import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { DecisionForm } from "~/components/identity/decision-form";
import { RealNameFacts } from "~/components/identity/real-name-facts";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { decideRealName } from "~/domain/identity/decide-real-name.server";
import { noteSchema } from "~/domain/identity/organisation-schema";
import { getRealNameFile } from "~/domain/identity/verification-queries.server";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireOffice } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { env } from "~/platform/env.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const file = await getRealNameFile(getDb(), params.id ?? "", actor);
    const t = getFixedT(request, ["identity", "common"]);
    return {
      file,
      asksAuthority: env().IDENTITY_CHECK_URL !== undefined,
      title: `${t("identity:review.title", { name: file.legalName })} · ${t("common:marketName")}`,
    };
  });
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

const decisionSchema = noteSchema.extend({
  move: z.enum(["approve", "returnForCorrection"], "not_a_choice"),
});

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const applicationId = params.id ?? "";
    if (!isId(applicationId)) throw new DomainError("not_found", { status: 404 });
    const form = await parseForm(request, decisionSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await decideRealName({ applicationId, ...form.value }, actor, getDb());
      return redirectWithFlash("/office/verifications/people", {
        tone: "success",
        message: "identity:flash.decided",
      });
    });
  });
}

export default function RealNameReview() {
  const { file, asksAuthority } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("identity");
  return (
    <>
      <PageHeader
        title={t("review.title", { name: file.legalName })}
        breadcrumbs={[
          { label: t("queue.people"), to: "/office/verifications/people" },
          { label: file.legalName },
        ]}
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <RealNameFacts file={file} />
        <Card title={t("review.decide")}>
          {file.isOwn ? (
            <Alert tone="warning">{t("review.own")}</Alert>
          ) : file.isOpen ? (
            <DecisionForm
              answer={answer}
              asksAuthority={asksAuthority}
              options={[
                { value: "approve", label: t("review.approve") },
                { value: "returnForCorrection", label: t("review.returnForCorrection") },
              ]}
            />
          ) : (
            <p className="text-muted">
              {t("review.noMoves")}{" "}
              <Link className="link" to="/office/verifications/people">
                {t("review.back")}
              </Link>
            </p>
          )}
        </Card>
      </div>
    </>
  );
}
