const DAY_MS = 86_400_000;

/** Days before the due day on which one reminds, and after it every so many days. */
export const REMINDER_STAGES = [7, 3, 1, 0, -1] as const;
export const OVERDUE_EVERY_DAYS = 7;

/** Days from one calendar date to another (YYYY-MM-DD). */
export function daysUntil(today: string, date: string): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY_MS);
}

/**
 * Whether somebody is to be reminded today: when a stage has been reached since the last reminder.
 * A day on which the job did not run is made up for; a day reminds once however often it runs.
 */
export function isReminderDue(today: string, dueOn: string, remindedOn: string | null): boolean {
  if (remindedOn === today) return false;
  const left = daysUntil(today, dueOn);
  const stage = latestStage(left);
  if (stage === null) return false;
  if (remindedOn === null) return true;
  const leftThen = daysUntil(remindedOn, dueOn);
  return leftThen > stage;
}

/** The stage that has been reached with so many days left; null before the first. */
function latestStage(left: number): number | null {
  if (left < -1) {
    const weeks = Math.floor((-1 - left) / OVERDUE_EVERY_DAYS);
    return -1 - weeks * OVERDUE_EVERY_DAYS;
  }
  return REMINDER_STAGES.findLast((stage) => left <= stage) ?? null;
}
