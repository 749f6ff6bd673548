import { clock } from "~/domain/shared/clock";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";

const HOUR_MS = 3_600_000;

/** Until when a reserve that moves up answers: a short time, before the event begins where that leaves an hour. */
export async function reserveDeadline(
  db: DbOrTx,
  event: { state: string; startsOn: Date | null },
): Promise<Date> {
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
