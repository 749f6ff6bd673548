import { calendarDate, clock, endOfDate } from "~/domain/shared/clock";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type Event = { state: string; confirmDueAt: Date | null; startsOn: Date | null };

/** Until when a selected project answers: the event's date, or some days where that has passed. */
export async function confirmDeadline(db: DbOrTx, event: Event): Promise<Date> {
  const now = clock.now();
  if (event.confirmDueAt && event.confirmDueAt > now) return event.confirmDueAt;
  const days = await getPolicyNumber(db, "market.roadshow.confirm_days");
  return endOfDate(calendarDate(new Date(now.getTime() + days * DAY_MS)));
}

/** The same for a reserve that moves up: its own short time, before the event begins where that leaves an hour. */
export async function reserveDeadline(db: DbOrTx, event: Event): Promise<Date> {
  const now = clock.now();
  const live = await getPolicyNumber(db, "market.roadshow.reserve_live_minutes");
  const shortest = new Date(now.getTime() + live * 60_000);
  if (event.state === "LIVE") return shortest;
  const hours = await getPolicyNumber(db, "market.roadshow.reserve_hours");
  const due = new Date(now.getTime() + hours * HOUR_MS);
  // A date column is midnight UTC; the day begins eight hours earlier in the market's zone.
  const begin = event.startsOn && new Date(event.startsOn.getTime() - 8 * HOUR_MS);
  if (!begin || due <= begin) return due;
  return begin > shortest ? begin : shortest;
}
