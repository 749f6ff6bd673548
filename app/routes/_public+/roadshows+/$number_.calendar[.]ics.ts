import type { LoaderFunctionArgs } from "@remix-run/node";
import { findPublicCalendar } from "~/domain/roadshows/timetable/calendar-queries.server";
import { publicFeed } from "~/domain/roadshows/timetable/calendar-rules";
import { withErrors } from "~/http/error-response.server";
import { calendarResponse, calendarWords } from "~/http/roadshows/timetable-calendar.server";
import { findLocale } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

/** An event with its public programme to subscribe to (RFC 5545). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const source = await findPublicCalendar(getDb(), Number(params.number));
    const language = findLocale(request).startsWith("zh") ? "zh-CN" : "en";
    const feed = publicFeed(source, calendarWords(language));
    const fileName = `roadshow-${source.roadshow.number}`;
    return calendarResponse(feed, { fileName, isPrivate: false });
  });
}
