import { queueWatching } from "~/domain/oversight/queue-watching.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Has every trade looked at that moved of late, should nobody have asked for it. */
export async function watchMovedTrades(
  _payload: JobPayloads["oversight.sweep"],
  { db, logger }: JobContext,
): Promise<void> {
  const count = await queueWatching(db);
  if (count > 0) logger.info({ count }, "trades to look at");
}
