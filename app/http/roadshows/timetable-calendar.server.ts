import type { CalendarWords } from "~/domain/roadshows/timetable/calendar-rules";
import { type CalendarFeed, writeCalendar } from "~/domain/shared/icalendar";
import { translatorFor } from "~/i18n/i18next.server";
import { appUrl } from "~/platform/env.server";

/** Words of a calendar in the reader's language. */
export function calendarWords(language: "zh-CN" | "en"): CalendarWords {
  const t = translatorFor(language, "timetable");
  return {
    origin: appUrl(),
    language,
    meeting: t("calendar.meeting"),
    judging: t("calendar.judging"),
    confidential: t("agenda.confidential"),
  };
}

/** A calendar as programs subscribe to it. */
export function calendarResponse(
  feed: CalendarFeed,
  { fileName, isPrivate }: { fileName: string; isPrivate: boolean },
): Response {
  return new Response(writeCalendar(feed), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `inline; filename="${fileName}.ics"`,
      "cache-control": isPrivate ? "private, no-cache" : "public, max-age=300",
      "x-content-type-options": "nosniff",
      ...(isPrivate
        ? { "x-robots-tag": "noindex", "referrer-policy": "no-referrer" }
        : { vary: "cookie, accept-language" }),
    },
  });
}
