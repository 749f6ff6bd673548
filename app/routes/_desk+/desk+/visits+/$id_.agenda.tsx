import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { RoomLinks } from "~/components/roadshows/day/room-links";
import { VisitHead } from "~/components/roadshows/people/visit-head";
import { AgendaDays } from "~/components/roadshows/timetable/agenda-days";
import { AgendaStatus } from "~/components/roadshows/timetable/agenda-status";
import { CalendarAddress } from "~/components/roadshows/timetable/calendar-address";
import { PrintButton } from "~/components/roadshows/timetable/print-button";
import { EmptyState } from "~/components/ui/empty-state";
import { findRoomLinks } from "~/domain/roadshows/day/room-links-queries.server";
import { organiserHref } from "~/domain/roadshows/events/roadshow-href";
import { getVisitHead } from "~/domain/roadshows/people/visit-queries.server";
import { readPersonalAgenda } from "~/domain/roadshows/timetable/read-agenda.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["timetable", "common"]);
    const db = getDb();
    const { agenda, feedToken } = await readPersonalAgenda(params.id ?? "", actor, db);
    return {
      agenda,
      visit: feedToken === null ? null : await getVisitHead(db, agenda.participantId, actor),
      rooms: feedToken === null ? [] : await findRoomLinks(db, agenda.roadshow.number, actor),
      calendar: feedToken && `${appUrl()}/roadshows/people/${feedToken}.ics`,
      title: `${t("timetable:agenda.own")} · ${agenda.roadshow.title} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** One participant's engagements in order of time: for the phone, for paper, and as a calendar. */
export default function AgendaOfParticipant() {
  const { t } = useTranslation("timetable");
  const { agenda, calendar, rooms, visit } = useLoaderData<typeof loader>();
  const { roadshow, plan, entries, participantName } = agenda;
  return (
    <>
      {visit ? (
        <VisitHead visit={visit} current="agenda" actions={<PrintButton />} />
      ) : (
        <PageHeader
          title={t("agenda.ownOf", { name: participantName })}
          lead={`${roadshow.title} · ${roadshow.venue}`}
          breadcrumbs={[
            { label: roadshow.title, to: organiserHref(roadshow.id, "participants") },
            { label: t("agenda.ownOf", { name: participantName }) },
          ]}
          actions={<PrintButton />}
        />
      )}
      <div className="space-y-6">
        <RoomLinks rooms={rooms} />
        {plan && <AgendaStatus plan={plan} isCancelled={roadshow.state === "CANCELLED"} />}
        {plan && entries.length > 0 && <AgendaDays entries={entries} byPlace={false} />}
        {(!plan || entries.length === 0) && (
          <EmptyState icon="calendar" title={t(plan ? "agenda.ownNone" : "agenda.none")}>
            {!plan && t("agenda.noneText")}
          </EmptyState>
        )}
        {calendar && <CalendarAddress address={calendar} isSecret />}
      </div>
    </>
  );
}
