/** Source of the current instant. Business code never asks `Date` itself. */
export interface Clock {
  now(): Date;
}

const systemClock: Clock = { now: () => new Date() };
let current: Clock = systemClock;

/** The server's clock. The client's time is never used for a decision. */
export const clock: Clock = { now: () => current.now() };

/** Puts a test clock in place; returns the function that restores the system clock. */
export function useTestClock(start: Date): { advance(ms: number): void; restore(): void } {
  let instant = start.getTime();
  current = { now: () => new Date(instant) };
  return {
    advance(ms) {
      instant += ms;
    },
    restore() {
      current = systemClock;
    },
  };
}

/** Time zone in which calendar dates of this market are counted. */
export const MARKET_TIME_ZONE = "Asia/Shanghai";

const dayFormat = new Intl.DateTimeFormat("en-CA", {
  timeZone: MARKET_TIME_ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** Calendar date (YYYY-MM-DD) of an instant in the market's time zone. */
export function calendarDate(instant: Date): string {
  return dayFormat.format(instant);
}

/** A calendar date as PostgreSQL's `date` columns come and go through Prisma: midnight UTC. */
export function dateColumn(date: string): Date {
  return new Date(`${date}T00:00:00.000Z`);
}

/** The instant at which a calendar date ends (24:00) in the market's time zone (UTC+8, no summer time). */
export function endOfDate(date: string): Date {
  return new Date(Date.parse(`${date}T00:00:00.000+08:00`) + 86_400_000);
}
