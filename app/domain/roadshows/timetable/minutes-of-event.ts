import type { Span } from "./plan-problem";

const MINUTE_MS = 60_000;
export const MINUTES_PER_DAY = 1440;

/** Counts minutes from the midnight before an event's first day; China has no summer time. */
export interface MinuteScale {
  minuteOf(at: Date): number;
  at(minute: number): Date;
  /** The whole minutes that a span of instants takes up, even in part. */
  spanOf(span: { from: Date; to: Date }): Span;
}

/** @param firstDay calendar date YYYY-MM-DD in the market's time zone */
export function minuteScale(firstDay: string): MinuteScale {
  const origin = Date.parse(`${firstDay}T00:00:00.000+08:00`);
  return {
    minuteOf: (at) => Math.round((at.getTime() - origin) / MINUTE_MS),
    at: (minute) => new Date(origin + minute * MINUTE_MS),
    spanOf: ({ from, to }) => ({
      from: Math.floor((from.getTime() - origin) / MINUTE_MS),
      to: Math.ceil((to.getTime() - origin) / MINUTE_MS),
    }),
  };
}

/** Minutes of a wall-clock time such as 12:30. */
export function wallMinutes(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
