const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export type EventDays = { startsOn: string; endsOn: string };

/** First and last instant of an event: whole days in the market's zone, and the night after the last. */
export function windowOf(days: EventDays, nightHours: number): { from: Date; to: Date } {
  const from = new Date(`${days.startsOn}T00:00:00+08:00`);
  const last = Date.parse(`${days.endsOn}T00:00:00+08:00`);
  return { from, to: new Date(last + DAY_MS + nightHours * HOUR_MS) };
}

export function isInsideDays(
  span: { from: Date; to: Date },
  days: EventDays,
  nightHours: number,
): boolean {
  const window = windowOf(days, nightHours);
  return span.from >= window.from && span.to <= window.to;
}

/** Whole days from one calendar date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

export const plusDays = (at: Date, days: number) => new Date(at.getTime() + days * DAY_MS);
