import { systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { findDueLots } from "~/domain/trading/due-lot-queries.server";
import { fireLotDue } from "~/domain/trading/fire-lot-due.server";
import type { JobHandler } from "../job-handler";

/** Finds what a lost job has left; one lot that fails does not hold up the others. */
export const sweepLots: JobHandler<"trading.sweep"> = async (_payload, { db, logger }) => {
  const actor = systemActor("trading.sweep");
  for (const lotId of await findDueLots(db, clock.now())) {
    try {
      await fireLotDue(lotId, actor, db);
    } catch (error) {
      logger.error({ err: error, lotId }, "a due lot was not settled");
    }
  }
};
