const DAY_MS = 86_400_000;

/** An ISO 8601 week: its name (2026-W47) and its Monday (YYYY-MM-DD). */
export type Week = { week: string; monday: string };

const midnight = (date: string) => Date.parse(`${date}T00:00:00Z`);
const dateOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);

/** The ISO week of a calendar date (YYYY-MM-DD). A week belongs to the year of its Thursday. */
export function weekOf(date: string): Week {
  const at = midnight(date);
  const weekday = (new Date(at).getUTCDay() + 6) % 7;
  const monday = at - weekday * DAY_MS;
  const thursday = monday + 3 * DAY_MS;
  const year = new Date(thursday).getUTCFullYear();
  const number = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1;
  return { week: `${year}-W${String(number).padStart(2, "0")}`, monday: dateOf(monday) };
}

/** The last `count` weeks up to and with the one of a date, oldest first. */
export function lastWeeks(date: string, count: number): Week[] {
  const monday = midnight(weekOf(date).monday);
  return Array.from({ length: count }, (_, index) =>
    weekOf(dateOf(monday - (count - 1 - index) * 7 * DAY_MS)),
  );
}

/** The first instant of a calendar date in the market's time zone (UTC+8, no summer time). */
export function startOfDate(date: string): Date {
  return new Date(`${date}T00:00:00.000+08:00`);
}
