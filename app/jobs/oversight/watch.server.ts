import { systemActor } from "~/domain/identity/actor";
import { watchTrade } from "~/domain/oversight/watch-trade.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Looks for patterns in a trade that a person should see. */
export async function lookAtTrade(
  payload: JobPayloads["trading.watch"],
  { db, logger }: JobContext,
): Promise<void> {
  const flags = await watchTrade(payload, systemActor("trading.watch"), db);
  if (flags > 0) logger.info({ ...payload, flags }, "patterns found in a trade");
}
