import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActivityCard } from "~/components/challenges/activity-card";
import { AgreementGate } from "~/components/challenges/agreement-gate";
import { ChallengeFacts } from "~/components/challenges/challenge-facts";
import { ChallengeStateBadge } from "~/components/challenges/challenge-state";
import { ChallengeTexts } from "~/components/challenges/challenge-texts";
import { ObjectionPanel } from "~/components/challenges/objection-panel";
import { ParticipationCard } from "~/components/challenges/participation-card";
import { ProposalCard, ResultCard } from "~/components/challenges/proposal-card";
import { QuestionPanel } from "~/components/challenges/question-panel";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getPublicChallenge } from "~/domain/challenges/public-challenge-queries.server";
import { recordChallengeView } from "~/domain/challenges/record-challenge-view.server";
import { answerPublicChallenge } from "~/http/challenges/public-challenge-form.server";
import { withErrors } from "~/http/error-response.server";
import { findActor, requireUser } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";

const SCOUT = /^[\w.-]{1,80}$/;

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["challenges", "common"]);
    const db = getDb();
    const actor = await findActor(request);
    const number = Number(params.number);
    const challenge = await getPublicChallenge(db, number, actor, findLocale(request));
    await recordChallengeView(challenge.id, db);
    const { pathname, search, searchParams } = new URL(request.url);
    const scout = searchParams.get("scout") ?? "";
    const { scoutPath } = challenge.viewer;
    return {
      challenge,
      here: `${pathname}${search}`,
      scout: SCOUT.test(scout) ? scout : "",
      scoutUrl: scoutPath ? `${appUrl()}${scoutPath}` : null,
      canonical: `${appUrl()}/challenges/${number}`,
      title: `${challenge.title} · ${t("challenges:title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { property: "og:title", content: data?.title },
  { tagName: "link", rel: "canonical", href: data?.canonical },
];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerPublicChallenge(request, Number(params.number), actor, getDb());
  });
}

/** One challenge for everybody: money, targets, terms, questions, takers, results. */
export default function ChallengePage() {
  const { t } = useTranslation("challenges");
  const { challenge, here, scout, scoutUrl } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const { viewer, isOpen, mayObject, relistedAs, closeNote } = challenge;
  return (
    <>
      <PageHeader
        title={challenge.title}
        eyebrow={
          <>
            <ChallengeStateBadge state={challenge.state} />
            <span className="text-sm text-muted">
              {t("page.number", { number: challenge.number })}
            </span>
          </>
        }
        breadcrumbs={[
          { label: t("title"), to: "/challenges" },
          { label: t("page.number", { number: challenge.number }) },
        ]}
        actions={
          <>
            {isOpen && (
              <span className="xl:hidden">
                <LinkButton to="#take" size="sm" variant="primary">
                  {t("take.title")}
                </LinkButton>
              </span>
            )}
            <LinkButton
              to={`/challenges/${challenge.number}/feed.ics`}
              reloadDocument
              size="sm"
              icon="calendar"
            >
              {t("page.calendar")}
            </LinkButton>
          </>
        }
      />
      <div className="space-y-5">
        <FormErrorSummary
          {...view.summary({
            agree: t("gate.text"),
            text: t(view.text("intent") === "object" ? "objections.text" : "questions.text"),
          })}
        />
        {relistedAs && (
          <Alert
            tone="info"
            actions={
              <LinkButton to={`/challenges/${relistedAs}`} size="sm">
                {t("page.number", { number: relistedAs })}
              </LinkButton>
            }
          >
            {t("page.relisted", { number: relistedAs })}
          </Alert>
        )}
        {closeNote && <Alert title={t("page.closeNote")}>{closeNote}</Alert>}
        <ProposalCard challenge={challenge} />
        <ResultCard challenge={challenge} />
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <div className="min-w-0 space-y-5">
            <Card title={t("page.facts")}>
              <ChallengeFacts challenge={challenge} />
            </Card>
            <ChallengeTexts challenge={challenge} />
            <AgreementGate challenge={challenge} here={here} view={view} />
            <QuestionPanel
              questions={challenge.questions}
              view={view}
              may={isOpen && viewer.isSignedIn && !viewer.isPoster ? "ask" : "read"}
              note={isOpen && !viewer.isSignedIn ? t("questions.signIn") : undefined}
            />
            {(challenge.objections.length > 0 || mayObject) && (
              <ObjectionPanel
                objections={challenge.objections}
                view={view}
                may={mayObject && viewer.isSignedIn ? "object" : "read"}
                note={mayObject && !viewer.isSignedIn ? t("objections.signIn") : undefined}
              />
            )}
          </div>
          <div className="min-w-0 space-y-5">
            <ParticipationCard
              challenge={challenge}
              here={here}
              scout={scout}
              scoutUrl={scoutUrl}
            />
            <ActivityCard activity={challenge.activity} />
          </div>
        </div>
      </div>
    </>
  );
}
