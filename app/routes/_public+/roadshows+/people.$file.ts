import type { LoaderFunctionArgs } from "@remix-run/node";
import { findPersonalCalendar } from "~/domain/roadshows/timetable/calendar-queries.server";
import { personalFeed } from "~/domain/roadshows/timetable/calendar-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { calendarResponse, calendarWords } from "~/http/roadshows/timetable-calendar.server";
import { getDb } from "~/platform/db.server";

const FILE = /^(.+)\.ics$/;

/** A participant's own calendar to subscribe to, at <token>.ics; whoever has the address may read it. */
export async function loader({ params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const token = FILE.exec(params.file ?? "")?.[1];
    if (!token) throw new DomainError("not_found", { status: 404 });
    const { source, participant, locale } = await findPersonalCalendar(getDb(), token);
    const feed = personalFeed(source, participant, calendarWords(locale));
    const fileName = `roadshow-${source.roadshow.number}-agenda`;
    return calendarResponse(feed, { fileName, isPrivate: true });
  });
}
