import type { JobPayloads } from "~/domain/shared/job-payloads";
import { listDueTenders } from "~/domain/tenders/due-tender-queries.server";
import { runTenderDue } from "~/domain/tenders/run-tender-due.server";
import type { JobContext } from "../job-handler";

/** Finds tenders whose instant has passed without its job. One that fails does not keep the others. */
export async function sweepDueTenders(
  _payload: JobPayloads["tenders.sweep"],
  { db, logger }: JobContext,
): Promise<void> {
  for (const tenderId of await listDueTenders(db)) {
    try {
      await runTenderDue(tenderId, db);
    } catch (error) {
      logger.error({ err: error, tenderId }, "a due tender did not move");
    }
  }
}
