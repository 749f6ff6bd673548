import { z } from "zod";
import { lineText } from "~/domain/catalogue/field-kinds";
import { calendarDate, endOfDate } from "~/domain/shared/clock";
import { errorCode } from "~/domain/shared/error-code";
import { type InstantSpan, readSpans } from "../events/roadshow-rules-schema";

export const MAX_ABSENCES = 10;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Times at which somebody cannot come as a form has them: a day, and hours where it is not all of it. */
export type AbsenceRow = { day: string; from: string; to: string };

const instant = (day: string, time: string) => new Date(Date.parse(`${day}T${time}:00+08:00`));

/** Rows of the form as spans of instants; a row left blank is dropped. */
export const absenceRows = z
  .array(
    z
      .object({ day: lineText(10), from: lineText(5), to: lineText(5) })
      .default({ day: "", from: "", to: "" }),
  )
  .max(MAX_ABSENCES, errorCode("too_many", { max: MAX_ABSENCES }))
  .default([])
  .transform((rows, context): InstantSpan[] => {
    const spans: InstantSpan[] = [];
    for (const [index, row] of rows.entries()) {
      if (!row.day && !row.from && !row.to) continue;
      const refuse = (field: string, message: string) =>
        context.addIssue({ code: "custom", message, path: [index, field] });
      if (!DAY.test(row.day) || Number.isNaN(instant(row.day, "00:00").getTime())) {
        refuse("day", row.day ? "not_a_date" : "required");
        continue;
      }
      if (row.from && !TIME.test(row.from)) refuse("from", "pitch_time");
      else if (row.to && !TIME.test(row.to)) refuse("to", "pitch_time");
      else {
        const from = instant(row.day, row.from || "00:00");
        const to = row.to ? instant(row.day, row.to) : endOfDate(row.day);
        if (from >= to) refuse("to", "pitch_time_order");
        else spans.push({ from: from.toISOString(), to: to.toISOString() });
      }
    }
    return spans;
  });

const timeFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** Stored spans as rows of the form; an hour left out is the beginning or the end of the day. */
export function readAbsences(stored: unknown): AbsenceRow[] {
  return readSpans(stored).map(({ from, to }) => ({
    day: calendarDate(from),
    from: hourOf(from),
    to: hourOf(to),
  }));
}

function hourOf(instant: Date): string {
  const hour = timeFormat.format(instant);
  return hour === "00:00" ? "" : hour;
}
