import { MARKET_TIME_ZONE } from "~/domain/shared/clock";

const format = new Intl.DateTimeFormat("sv-SE", {
  timeZone: MARKET_TIME_ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** Day and time on the wall in numbers, such as "05-23 09:30": one reading in every language. */
export const wallTime = (at: Date): string => format.format(at).slice(5);
