import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { FollowUpRound } from "~/components/roadshows/follow-up/follow-up-round";
import { OutcomeCard } from "~/components/roadshows/follow-up/outcome-chain";
import { LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { pitchHref } from "~/domain/roadshows/events/roadshow-href";
import { answerFollowUp } from "~/domain/roadshows/follow-up/answer-follow-up.server";
import { getProjectFollowUp } from "~/domain/roadshows/follow-up/follow-up-queries.server";
import { followUpSchema } from "~/domain/roadshows/follow-up/follow-up-schema";
import { getOwnProject } from "~/domain/roadshows/follow-up/own-project-access.server";
import { withErrors } from "~/http/error-response.server";
import { readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { afterFormRunner, backAfter } from "~/http/roadshows/run-after-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["leads", "common"]);
    const found = await getProjectFollowUp(params.id ?? "", actor, getDb());
    return { ...found, title: `${t("leads:followUp.title")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const projectId = params.id ?? "";
    await getOwnProject(getDb(), projectId, actor);
    const run = afterFormRunner(await readForm(request));
    return run(followUpSchema, async (value) => {
      await answerFollowUp({ projectId, ...value }, actor, getDb());
      return backAfter(`${pitchHref(projectId)}/follow-up`, "answered");
    });
  });
}

/** How a project stands after the event: what its people say, and what the market has on record. */
export default function PitchFollowUpPage() {
  const { project, outcome, rounds, isOpen } = useLoaderData<typeof loader>();
  const { t } = useTranslation("leads");
  const answer = useActionData<typeof action>();
  const refused = useFormView(answer);
  const empty = useFormView(undefined);
  const days = refused.value("days");
  return (
    <>
      <PageHeader
        title={t("followUp.title")}
        lead={
          rounds.length > 0 &&
          t("followUp.lead", { days: rounds.map((one) => one.days).join(" / ") })
        }
        breadcrumbs={[
          { label: project.title, to: pitchHref(project.id) },
          { label: t("followUp.title") },
        ]}
        actions={
          <>
            <LinkButton to={`${pitchHref(project.id)}/recording`} variant="secondary">
              {t("consent.title")}
            </LinkButton>
            <LinkButton to="/desk/leads" variant="secondary" icon="handshake">
              {t("nav")}
            </LinkButton>
          </>
        }
      />
      <div className="space-y-6">
        <FormErrorSummary
          {...refused.summary({
            status: t("followUp.status"),
            stated: t("followUp.stated"),
            note: t("followUp.note"),
          })}
        />
        {outcome && <OutcomeCard outcome={outcome} />}
        {rounds.length === 0 && <EmptyState icon="calendar" title={t("followUp.none")} />}
        {rounds.length > 0 && !isOpen && <p>{t("followUp.closed")}</p>}
        {rounds.map((round) => (
          <FollowUpRound
            key={round.days}
            round={round}
            isOpen={isOpen}
            view={days === String(round.days) ? refused : empty}
          />
        ))}
      </div>
    </>
  );
}
