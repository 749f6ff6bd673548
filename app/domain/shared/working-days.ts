import { DomainError } from "./domain-error";

/**
 * Working-day calendar: weekends rest unless they are make-up days, holidays rest.
 * Dates are YYYY-MM-DD. Only years that the table covers can be computed with.
 */
export type WorkingCalendar = {
  years: ReadonlySet<number>;
  holidays: ReadonlySet<string>;
  makeupDays: ReadonlySet<string>;
};

const DAY_MS = 86_400_000;

function shift(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * @throws DomainError "calendar_year_unknown" beyond the dated table: a deadline is never guessed
 */
export function isWorkingDay(calendar: WorkingCalendar, date: string): boolean {
  const year = Number(date.slice(0, 4));
  if (!calendar.years.has(year)) {
    throw new DomainError("calendar_year_unknown", { params: { year }, status: 503 });
  }
  if (calendar.makeupDays.has(date)) return true;
  if (calendar.holidays.has(date)) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The date itself or the next working day (Civil Code art. 203). */
export function rollForward(calendar: WorkingCalendar, date: string): string {
  let day = date;
  while (!isWorkingDay(calendar, day)) day = shift(day, 1);
  return day;
}

/** The n-th working day after the start; the start day is not counted (Civil Code art. 201). */
export function addWorkingDays(calendar: WorkingCalendar, start: string, days: number): string {
  let day = start;
  let left = days;
  while (left > 0) {
    day = shift(day, 1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** Calendar days after the start, the last rolled over holidays (Civil Code arts. 201, 203). */
export function addCalendarDays(calendar: WorkingCalendar, start: string, days: number): string {
  return rollForward(calendar, shift(start, days));
}

/** The corresponding day n months on, or the month's last day (Civil Code art. 202); not rolled. */
export function addMonths(start: string, months: number): string {
  const [year = 0, month = 1, day = 1] = start.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}
