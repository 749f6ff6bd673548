import type { Db } from "~/platform/db.server";
import { armTick } from "./auction-timers.server";
import { tickAuction } from "./tick-auction.server";

/** A little more than the minute until the next sweep. */
const AHEAD_SECONDS = 70;

/**
 * Ticks every run on which something is due, and sets timers for what is due until the next sweep. One
 * that fails does not keep the others waiting.
 */
export async function sweepAuctions(db: Db): Promise<{ ticked: number; failed: number }> {
  const rows = await db.$queryRaw<{ id: string; waitMs: number }[]>`
    SELECT id, (extract(epoch FROM "nextAt" - clock_timestamp()) * 1000)::float8 AS "waitMs"
    FROM "Auction" WHERE state IN ('SCHEDULED', 'OPEN')
      AND "nextAt" < clock_timestamp() + make_interval(secs => ${AHEAD_SECONDS})
    ORDER BY "nextAt" LIMIT 1000`;
  let ticked = 0;
  let failed = 0;
  for (const { id, waitMs } of rows) {
    if (waitMs > 0) {
      armTick(db, id, waitMs);
      continue;
    }
    try {
      armTick(db, id, await tickAuction(id, db));
      ticked += 1;
    } catch {
      failed += 1;
    }
  }
  return { ticked, failed };
}
