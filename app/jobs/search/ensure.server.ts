import { ensureIndexes } from "#search/sync/ensure";
import { RebuildRunning } from "#search/sync/lock";
import { drainOutbox } from "#search/sync/outbox";
import { rebuildIndexes } from "#search/sync/rebuild";
import { isModelOutdated } from "#search/sync/statistics";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { forgetModel, syncEngine } from "~/platform/search.server";
import type { JobHandler } from "../job-handler";

/**
 * Creates indexes, brings settings up to the code, and makes the index anew where the engine lost its
 * folder, other vectors are wanted, or the catalogue has outgrown the count of its words. Enqueued at
 * every start and by the crontab.
 */
export const ensureSearch: JobHandler<"search.ensure"> = async (_payload, { db, logger }) => {
  const engine = syncEngine();
  const result = await ensureIndexes(db, engine);
  if (result.updated.length > 0) logger.info({ kinds: result.updated }, "search settings updated");
  const isEmpty = result.empty.length > 0;
  if (isEmpty || (await isModelOutdated(db, engine))) {
    try {
      const rebuilt = await rebuildIndexes(db, engine);
      forgetModel();
      logger.info(rebuilt, isEmpty ? "empty search index filled" : "search index made anew");
    } catch (error) {
      if (!(error instanceof RebuildRunning)) throw error;
    }
  }
  await drainOutbox(db, engine);
  await db.$transaction((tx) =>
    enqueueJob(tx, "matching.refreshStale", {}, { key: "matching.refreshStale:next" }),
  );
};
