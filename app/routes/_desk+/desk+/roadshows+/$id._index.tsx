import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import {
  DatesCard,
  HistoryCard,
  MoveCard,
  NoteAlerts,
  NowCard,
} from "~/components/roadshows/events/overview-cards";
import { Alert } from "~/components/ui/alert";
import { Badge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/button";
import { DateTime } from "~/components/ui/date-time";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Stat, StatGrid } from "~/components/ui/stat";
import { getOverview } from "~/domain/roadshows/events/overview-queries.server";
import { organiserHref, roadshowHref } from "~/domain/roadshows/events/roadshow-href";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { moveFromPage } from "~/http/roadshows/event-page-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["roadshows", "common"]);
    const event = await getOverview(params.id ?? "", actor, getDb());
    return { event, title: `${event.frame.title} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const id = params.id ?? "";
    return moveFromPage(request, id, organiserHref(id), actor, getDb());
  });
}

/** What is up to the organiser now, figures, dates, and what happened. */
export default function RoadshowOverviewPage() {
  const { t } = useTranslation("roadshows");
  const { event } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const { frame, figures } = event;
  const to = (page: string) => (frame.isOrganiser ? { to: organiserHref(frame.id, page) } : {});
  return (
    <div className="space-y-5">
      <FormErrorSummary
        {...view.summary({
          note: t("overview.note"),
          callDueAt: t("form.callDueAt"),
          startsOn: t("form.startsOn"),
          endsOn: t("form.endsOn"),
          places: t("place.title"),
          items: t("item.title"),
          title: t("form.title"),
        })}
      />
      {!frame.isOrganiser && (
        <Alert tone="info">{t(frame.isOffice ? "overview.asOffice" : "overview.asSeat")}</Alert>
      )}
      <NoteAlerts
        state={frame.state}
        vettingNote={event.vettingNote}
        cancelNote={event.cancelNote}
      />
      <div className="flex flex-wrap items-center gap-2">
        {event.isPublic && (
          <>
            <LinkButton to={roadshowHref(frame.number)}>{t("overview.publicPage")}</LinkButton>
            <LinkButton to={`${roadshowHref(frame.number)}/poster.pdf`} reloadDocument icon="print">
              {t("overview.poster")}
            </LinkButton>
          </>
        )}
        {frame.isOrganiser && (
          <LinkButton to={`/desk/roadshows/new?from=${frame.id}`} icon="copy">
            {t("overview.copy")}
          </LinkButton>
        )}
        <Badge tone={event.plan ? "success" : "neutral"}>
          {event.plan
            ? `${t("overview.plan")} v${event.plan.version} · ${t(`overview.planState.${event.plan.state as "FINAL"}`)}`
            : t("overview.noPlan")}
        </Badge>
        {event.approvalDueAt && (
          <span className="text-sm text-muted">
            {t("office.due")} <DateTime value={event.approvalDueAt} format="datetime" />
          </span>
        )}
      </div>
      <StatGrid>
        <Stat label={t("overview.projects")} value={figures.projects} {...to("call")} />
        <Stat label={t("overview.confirmed")} value={figures.confirmed} {...to("call")} />
        <Stat
          label={t("overview.participants")}
          value={figures.participants}
          {...to("participants")}
        />
        <Stat label={t("overview.meetings")} value={figures.meetings} />
      </StatGrid>
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0 space-y-5">
          {frame.isOrganiser && <NowCard id={frame.id} state={frame.state} faults={event.faults} />}
          {(frame.isOrganiser || frame.isOffice) && <MoveCard moves={event.moves} view={view} />}
        </div>
        <div className="min-w-0 space-y-5">
          <DatesCard {...event} />
          {(frame.isOrganiser || frame.isOffice) && <HistoryCard timeline={event.timeline} />}
        </div>
      </div>
    </div>
  );
}
