import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CaseContent, ExpertCard, TakerCard } from "~/components/challenges/case-cards";
import { ChallengeStateBadge } from "~/components/challenges/challenge-state";
import { FilePanel } from "~/components/challenges/file-panel";
import { IntentionTable } from "~/components/challenges/intention-table";
import { LintCard } from "~/components/challenges/lint-card";
import { MovePanel } from "~/components/challenges/move-panel";
import { ObjectionPanel } from "~/components/challenges/objection-panel";
import { QuestionPanel } from "~/components/challenges/question-panel";
import { VettingForms } from "~/components/challenges/vetting-forms";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { PageHeader } from "~/components/layout/page-header";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getChallengeCase } from "~/domain/challenges/challenge-case-queries.server";
import { answerOfficeChallenge } from "~/http/challenges/office-challenge-form.server";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request);
    const t = getFixedT(request, ["challenges", "common"]);
    const id = params.id ?? "";
    const challenge = await getChallengeCase(getDb(), id, actor, "office", findLocale(request));
    return { challenge, title: `${challenge.form.title} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request);
    return answerOfficeChallenge(request, params.id ?? "", actor, getDb());
  });
}

const TAKES_EXPERTS = ["PUBLISHED", "SCREENING", "APPRAISAL"];

/** One challenge on the office's desk: vetting, experts, screening, objections. */
export default function OfficeChallengePage() {
  const { t } = useTranslation("challenges");
  const { challenge } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const { state, moves, form } = challenge;
  const isVetting = state === "VETTING";
  return (
    <>
      <PageHeader
        title={form.title || t("page.number", { number: challenge.number })}
        eyebrow={
          <>
            <ChallengeStateBadge state={state} />
            <span className="text-sm text-muted">
              {t("page.number", { number: challenge.number })}
            </span>
          </>
        }
        breadcrumbs={[
          { label: t("nav.office"), to: "/office/challenges" },
          { label: t("page.number", { number: challenge.number }) },
        ]}
      />
      <div className="space-y-5">
        <FormErrorSummary
          {...view.summary({
            note: t("work.case.note"),
            email: t("work.office.email"),
            targets: t("page.targets"),
            intentionsDueOn: t("page.due"),
          })}
        />
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="min-w-0 space-y-5">
            {!isVetting && (
              <IntentionTable intentions={challenge.intentions} isSealed={state === "PUBLISHED"} />
            )}
            <TakerCard challenge={challenge} />
            <CaseContent challenge={challenge} />
          </div>
          <div className="min-w-0 space-y-5">
            {isVetting ? (
              <>
                <LintCard challenge={challenge} />
                <VettingForms view={view} />
              </>
            ) : (
              <>
                <MovePanel moves={moves} view={view} />
                <ExpertCard
                  challenge={challenge}
                  mayInvite={TAKES_EXPERTS.includes(state)}
                  view={view}
                />
                <ObjectionPanel
                  objections={challenge.objections}
                  view={view}
                  may={state === "PUBLICITY" ? "answer" : "read"}
                />
                <QuestionPanel questions={challenge.questions} view={view} may="read" />
              </>
            )}
            <FilePanel
              number={challenge.number}
              files={challenge.files}
              mayEdit={false}
              view={view}
            />
          </div>
        </div>
      </div>
    </>
  );
}
