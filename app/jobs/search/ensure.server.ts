import { ensureIndexes } from "#search/sync/ensure";
import { RebuildRunning } from "#search/sync/lock";
import { drainOutbox } from "#search/sync/outbox";
import { rebuildIndexes } from "#search/sync/rebuild";
import { refreshStatistics } from "#search/sync/statistics";
import { forgetStatistics, syncEngine } from "~/platform/search.server";
import type { JobHandler } from "../job-handler";

/**
 * Creates indexes, brings settings up to the code, fills an engine that lost its folder, and counts
 * the word statistics anew when the catalogue has grown. Enqueued at every start and by the crontab.
 */
export const ensureSearch: JobHandler<"search.ensure"> = async (_payload, { db, logger }) => {
  const engine = syncEngine();
  const result = await ensureIndexes(db, engine);
  if (result.updated.length > 0) logger.info({ kinds: result.updated }, "search settings updated");
  if (result.empty.length > 0) {
    try {
      const rebuilt = await rebuildIndexes(db, engine);
      logger.info(rebuilt, "empty search index filled");
    } catch (error) {
      if (!(error instanceof RebuildRunning)) throw error;
    }
  }
  await drainOutbox(db, engine);
  if (await refreshStatistics(db, engine)) {
    forgetStatistics();
    logger.info("word statistics counted anew");
  }
};
