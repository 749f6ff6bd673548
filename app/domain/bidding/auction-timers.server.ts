import type { Db } from "~/platform/db.server";
import { logger } from "~/platform/logger.server";
import { tickAuction } from "./tick-auction.server";

/** What is further away is left to the sweep, which comes every minute. */
const HORIZON_MS = 120_000;

const armed = new WeakMap<Db, Map<string, { timer: NodeJS.Timeout; firesAt: number }>>();

/**
 * Lets this process tick a run at its next instant, so that an end is seen within milliseconds. The wait
 * is counted from the database's clock; a timer that fires too early or too late changes no result.
 */
export function armTick(db: Db, auctionId: string, waitMs: number | null): void {
  if (waitMs === null || waitMs > HORIZON_MS) return;
  const timers = armed.get(db) ?? new Map<string, { timer: NodeJS.Timeout; firesAt: number }>();
  armed.set(db, timers);
  const firesAt = performance.now() + waitMs;
  const present = timers.get(auctionId);
  // An earlier one looks again and is set anew.
  if (present && present.firesAt <= firesAt) return;
  if (present) clearTimeout(present.timer);
  const timer = setTimeout(() => {
    timers.delete(auctionId);
    tickAuction(auctionId, db).then(
      (next) => armTick(db, auctionId, next),
      (error: unknown) => logger.warn({ err: error, auctionId }, "a tick of a run failed"),
    );
  }, waitMs + 1);
  timer.unref();
  timers.set(auctionId, { timer, firesAt });
}
