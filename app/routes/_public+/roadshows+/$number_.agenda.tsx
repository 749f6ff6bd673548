import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { RoomLinks } from "~/components/roadshows/day/room-links";
import { AgendaDays } from "~/components/roadshows/timetable/agenda-days";
import { AgendaStatus } from "~/components/roadshows/timetable/agenda-status";
import { CalendarAddress } from "~/components/roadshows/timetable/calendar-address";
import { PrintButton } from "~/components/roadshows/timetable/print-button";
import { EmptyState } from "~/components/ui/empty-state";
import { findRoomLinks } from "~/domain/roadshows/day/room-links-queries.server";
import { roadshowHref } from "~/domain/roadshows/events/roadshow-href";
import { readPublicAgenda } from "~/domain/roadshows/timetable/read-agenda.server";
import { withErrors } from "~/http/error-response.server";
import { findActor } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["timetable", "common"]);
    const actor = await findActor(request);
    const agenda = await readPublicAgenda(Number(params.number), actor, getDb());
    const { number, title } = agenda.roadshow;
    return {
      agenda,
      rooms: await findRoomLinks(getDb(), number, actor),
      calendar: `${appUrl()}${roadshowHref(number)}/calendar.ics`,
      title: `${t("timetable:agenda.title")} · ${title} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The programme of an event for everybody: by day and hall, without one-to-one meetings. */
export default function AgendaOfEvent() {
  const { t } = useTranslation("timetable");
  const { agenda, calendar, rooms } = useLoaderData<typeof loader>();
  const { roadshow, plan } = agenda;
  return (
    <>
      <PageHeader
        title={t("agenda.title")}
        lead={roadshow.title}
        breadcrumbs={[
          { label: roadshow.title, to: roadshowHref(roadshow.number) },
          { label: t("agenda.title") },
        ]}
        actions={<PrintButton />}
      />
      <div className="space-y-6">
        <RoomLinks rooms={rooms} />
        {plan ? (
          <>
            <AgendaStatus plan={plan} isCancelled={roadshow.state === "CANCELLED"} />
            <AgendaDays entries={plan.entries} byPlace />
          </>
        ) : (
          <EmptyState icon="calendar" title={t("agenda.none")}>
            {t("agenda.noneText")}
          </EmptyState>
        )}
        <CalendarAddress address={calendar} isSecret={false} />
      </div>
    </>
  );
}
