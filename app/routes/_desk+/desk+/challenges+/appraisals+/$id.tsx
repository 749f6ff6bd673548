import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AppraisalCard, InvitationCard } from "~/components/challenges/appraisal-sheet";
import { ChallengeStateBadge, TakerStateBadge } from "~/components/challenges/challenge-state";
import { TargetTable } from "~/components/challenges/target-table";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { PageHeader } from "~/components/layout/page-header";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getAppraisal } from "~/domain/challenges/appraisal-queries.server";
import type { ChallengeState } from "~/domain/challenges/challenge-procedure";
import type { TakerState } from "~/domain/challenges/challenge-taker-procedure";
import { answerAppraisal } from "~/http/challenges/appraisal-form.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["challenges", "common"]);
    const page = await getAppraisal(getDb(), params.id ?? "", actor);
    return {
      page,
      title: `${page.title} · ${t("challenges:nav.appraisals")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerAppraisal(request, params.id ?? "", actor, getDb());
  });
}

/** An expert's desk for one challenge. */
export default function AppraisalDeskPage() {
  const { t } = useTranslation("challenges");
  const { page } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  return (
    <>
      <PageHeader
        title={page.title}
        eyebrow={<ChallengeStateBadge state={page.state as ChallengeState} />}
        breadcrumbs={[
          { label: t("nav.appraisals"), to: "/desk/challenges/appraisals" },
          { label: t("page.number", { number: page.number }) },
        ]}
        actions={
          <LinkButton to={`/challenges/${page.number}`}>{t("work.case.publicPage")}</LinkButton>
        }
      />
      <div className="space-y-5">
        <FormErrorSummary
          {...view.summary({
            comment: t("work.appraisal.comment"),
            recommendation: t("work.appraisal.recommendation"),
            note: t("work.appraisal.note"),
            answer: t("work.appraisal.invitation"),
          })}
        />
        <InvitationCard page={page} view={view} />
        {page.confidential !== null && (
          <>
            <Card title={t("page.targets")} padding="flush">
              <TargetTable targets={page.targets} />
            </Card>
            <Card title={t("page.confidential")}>
              <p className="prose-text whitespace-pre-wrap">
                {page.confidential || t("gate.none")}
              </p>
            </Card>
            {page.sheets.length === 0 && page.takers.length === 0 && (
              <p className="text-muted">{t("work.appraisal.notYet")}</p>
            )}
          </>
        )}
        {page.sheets.map((sheet) => (
          <AppraisalCard key={sheet.intentionId} page={page} sheet={sheet} view={view} />
        ))}
        {page.mayScore && page.sheets.length > 0 && (
          <Form method="post" className="space-y-2">
            <p className="text-muted">{t("work.appraisal.handInHint")}</p>
            <SubmitButton intent="handIn">{t("work.appraisal.handIn")}</SubmitButton>
          </Form>
        )}
        {page.takers.length > 0 && (
          <Card title={t("work.appraisal.acceptance")}>
            <ul className="space-y-2">
              {page.takers.map((one) => (
                <li key={one.id} className="flex flex-wrap items-center gap-2">
                  <Link className="link" to={`/desk/challenges/takers/${one.id}`}>
                    {one.organisation}
                  </Link>
                  <TakerStateBadge state={one.state as TakerState} />
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  );
}
