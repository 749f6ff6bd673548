import { calendarDate } from "~/domain/shared/clock";

const timeFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** A deadline as people count it: midnight is the end of the day before. */
export function dateText(instant: Date): string {
  const time = timeFormat.format(instant);
  if (time !== "00:00") return `${calendarDate(instant)} ${time}`;
  return `${calendarDate(new Date(instant.getTime() - 1))} 24:00`;
}
