import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TakerStateBadge } from "~/components/challenges/challenge-state";
import { MilestoneList } from "~/components/challenges/milestone-list";
import { PlanForm } from "~/components/challenges/report-form";
import { OpinionCard, ReachedCard, RewardCard } from "~/components/challenges/taker-cards";
import { TakerMoves } from "~/components/challenges/taker-moves";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getTakerPage } from "~/domain/challenges/taker-queries.server";
import { answerTaker } from "~/http/challenges/taker-form.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["challenges", "common"]);
    const page = await getTakerPage(getDb(), params.id ?? "", actor);
    return {
      page,
      title: `${page.title} · ${t("challenges:work.taker.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerTaker(request, params.id ?? "", actor, getDb());
  });
}

/** A taker's work: milestones, targets, acceptance, reward. */
export default function TakerDeskPage() {
  const { t } = useTranslation("challenges");
  const { page } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const isSide = page.role === "taker" || page.role === "poster";
  const isPlanning = isSide && page.state === "CONTRACTING";
  return (
    <>
      <PageHeader
        title={page.title}
        eyebrow={
          <>
            <TakerStateBadge state={page.state} />
            <span className="text-sm text-muted">{page.organisation}</span>
            {page.takerMode === "STAGED" && (
              <span className="text-sm text-muted">
                {t("work.taker.stage", { stage: page.stage })}
              </span>
            )}
          </>
        }
        breadcrumbs={
          page.role === "poster"
            ? [
                { label: t("nav.mine"), to: "/desk/challenges" },
                { label: page.title, to: `/desk/challenges/${page.challengeId}` },
                { label: page.organisation },
              ]
            : undefined
        }
        actions={
          <>
            <LinkButton to={`/challenges/${page.challengeNumber}`}>
              {t("work.case.publicPage")}
            </LinkButton>
            {page.dealId && (
              <LinkButton to={`/desk/deals/${page.dealId}`} icon="chat">
                {t("work.taker.room")}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="space-y-5">
        <FormErrorSummary
          {...view.summary({
            note: t("work.taker.note"),
            rewardFen: t("work.taker.rewardFen"),
            paperSigned: t("work.taker.paperSigned"),
            report: t("work.taker.reportText"),
            file: t("work.taker.file"),
          })}
        />
        {page.resultNote && <Alert title={t("work.taker.result")}>{page.resultNote}</Alert>}
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="min-w-0 space-y-5">
            <ReachedCard page={page} />
            {isPlanning ? (
              <Card title={t("work.taker.milestones")} id="milestones">
                <PlanForm page={page} view={view} />
              </Card>
            ) : (
              <MilestoneList page={page} view={view} />
            )}
          </div>
          <div className="min-w-0 space-y-5">
            <TakerMoves page={page} view={view} />
            <RewardCard page={page} />
            <OpinionCard page={page} />
          </div>
        </div>
      </div>
    </>
  );
}
