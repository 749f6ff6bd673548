import { forgetMatches } from "~/domain/matching/forget-matches.server";
import { findGoneLists, findStaleLists } from "~/domain/matching/stale-list-queries.server";
import { storeMatches } from "~/domain/matching/store-matches.server";
import { makerOf } from "~/domain/matching/stored-list-maker";
import { clock } from "~/domain/shared/clock";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { matchSource } from "~/platform/search.server";
import type { JobHandler } from "../job-handler";

/** Lists made in one run; a run that finds more queues the next, so that other jobs get their turn. */
const BATCH = 100;

/**
 * Makes the stored lists that are missing or stale: of imported listings, of listings whose neighbours
 * have changed, and all of them after a new ranker or model. While the search engine is away the queue
 * tries again later.
 */
export const refreshStaleMatches: JobHandler<"matching.refreshStale"> = async (
  _payload,
  { db, logger },
) => {
  const started = performance.now();
  const source = await matchSource(clock.now());
  const gone = await findGoneLists(db, BATCH);
  for (const { kind, id } of gone) await forgetMatches(kind, id, db);
  const stale = await findStaleLists(db, makerOf(source), BATCH);
  for (const { kind, id } of stale) await storeMatches(kind, id, db);
  if (stale.length > 0) {
    const msEach = Math.round((performance.now() - started) / stale.length);
    logger.info({ lists: stale.length, gone: gone.length, msEach }, "lists of matches made anew");
  }
  if (stale.length === BATCH) {
    await db.$transaction((tx) =>
      enqueueJob(tx, "matching.refreshStale", {}, { key: "matching.refreshStale:next" }),
    );
  }
};
