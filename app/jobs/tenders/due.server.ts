import type { JobPayloads } from "~/domain/shared/job-payloads";
import { runTenderDue } from "~/domain/tenders/run-tender-due.server";
import type { JobContext } from "../job-handler";

/** Does what is due about one tender: end of bids, of publicity, of standstill. */
export async function runDueTender(
  { tenderId }: JobPayloads["tenders.due"],
  { db, logger }: JobContext,
): Promise<void> {
  const move = await runTenderDue(tenderId, db);
  if (move) logger.info({ tenderId, move }, "tender moved by the time");
}
