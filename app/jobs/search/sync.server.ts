import { drainOutbox } from "#search/sync/outbox";
import { syncEngine } from "~/platform/search.server";
import type { JobHandler } from "../job-handler";

/**
 * Drains the search outbox. When Meilisearch is away this fails and the queue tries again, later
 * and later; the sweep in the crontab makes sure that nothing waits longer than a minute after it
 * has come back.
 */
export const syncSearch: JobHandler<"search.sync"> = async (_payload, { db, logger }) => {
  const result = await drainOutbox(db, syncEngine());
  if (result.rows > 0) logger.info(result, "search index brought up to date");
};
