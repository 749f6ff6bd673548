import { calendarDate, clock, endOfDate } from "~/domain/shared/clock";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";

const DAY_MS = 86_400_000;

/** Until when a selected project answers: the event's date, or some days where that has passed. */
export async function confirmDeadline(
  db: DbOrTx,
  event: { confirmDueAt: Date | null },
): Promise<Date> {
  const now = clock.now();
  if (event.confirmDueAt && event.confirmDueAt > now) return event.confirmDueAt;
  const days = await getPolicyNumber(db, "market.roadshow.confirm_days");
  return endOfDate(calendarDate(new Date(now.getTime() + days * DAY_MS)));
}
