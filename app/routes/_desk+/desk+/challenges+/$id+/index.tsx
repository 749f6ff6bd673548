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
import { SelectionForm } from "~/components/challenges/selection-form";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getChallengeCase } from "~/domain/challenges/challenge-case-queries.server";
import { CHALLENGE_FIELDS } from "~/domain/challenges/challenge-schema";
import { answerDeskChallenge } from "~/http/challenges/desk-challenge-form.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["challenges", "common"]);
    const id = params.id ?? "";
    const challenge = await getChallengeCase(getDb(), id, actor, "poster", findLocale(request));
    const name = challenge.form.title || t("challenges:page.number", { number: challenge.number });
    return { challenge, name, title: `${name} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerDeskChallenge(request, params.id ?? "", actor, getDb());
  });
}

const BEFORE_PUBLICATION = ["DRAFT", "VETTING", "CORRECTION"];

/** One challenge on its poster's desk. */
export default function OwnChallengePage() {
  const { t } = useTranslation("challenges");
  const { challenge, name } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const { state, returned, moves } = challenge;
  const isPublic = !BEFORE_PUBLICATION.includes(state) && challenge.intentionsDueAt !== null;
  return (
    <>
      <PageHeader
        title={name}
        eyebrow={
          <>
            <ChallengeStateBadge state={state} />
            <span className="text-sm text-muted">
              {t("page.number", { number: challenge.number })}
            </span>
          </>
        }
        breadcrumbs={[{ label: t("nav.mine"), to: "/desk/challenges" }, { label: name }]}
        actions={
          <>
            {challenge.mayEdit && (
              <LinkButton to={`/desk/challenges/${challenge.id}/edit`} icon="edit">
                {t("work.case.edit")}
              </LinkButton>
            )}
            {isPublic && (
              <LinkButton to={`/challenges/${challenge.number}`}>
                {t("work.case.publicPage")}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="space-y-5">
        <FormErrorSummary
          {...view.summary({
            ...Object.fromEntries(
              CHALLENGE_FIELDS.map((name) => [name, t(`work.fieldNames.${name}`)]),
            ),
            answer: t("questions.answer"),
            note: t("work.case.note"),
            file: t("work.case.file"),
            dueOn: t("work.case.extendTo"),
            targets: t("page.targets"),
            selected: t("work.selection.selected"),
            reason: t("work.selection.reason"),
          })}
        />
        {returned && (
          <Alert tone="warning" title={t("work.case.returned")}>
            <span className="whitespace-pre-wrap">{returned.note}</span>
          </Alert>
        )}
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="min-w-0 space-y-5">
            {isPublic && (
              <IntentionTable intentions={challenge.intentions} isSealed={state === "PUBLISHED"} />
            )}
            <TakerCard challenge={challenge} />
            <CaseContent challenge={challenge} />
          </div>
          <div className="min-w-0 space-y-5">
            <MovePanel moves={moves} view={view} />
            {moves.some((one) => one.move === "propose") && (
              <SelectionForm
                intentions={challenge.intentions}
                maxTakers={challenge.form.maxTakers}
                view={view}
              />
            )}
            {BEFORE_PUBLICATION.includes(state) && <LintCard challenge={challenge} />}
            <FilePanel
              number={challenge.number}
              files={challenge.files}
              mayEdit={challenge.mayEdit}
              view={view}
            />
            {isPublic && (
              <>
                <QuestionPanel questions={challenge.questions} view={view} may="answer" />
                <ExpertCard challenge={challenge} mayInvite={false} view={view} />
              </>
            )}
            {challenge.objections.length > 0 && (
              <ObjectionPanel objections={challenge.objections} view={view} may="read" />
            )}
          </div>
        </div>
      </div>
    </>
  );
}
