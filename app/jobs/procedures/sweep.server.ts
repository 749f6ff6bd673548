import type { JobPayloads } from "~/domain/shared/job-payloads";
import { sweepClocks } from "~/domain/shared/procedure/sweep-clocks.server";
import type { JobContext } from "../job-handler";
import { firings } from "./firings.server";

/** Fires the clocks of all procedures that are due. */
export async function sweepProcedures(
  _payload: JobPayloads["procedure.sweep"],
  { db, logger }: JobContext,
): Promise<void> {
  const { fired, failed } = await sweepClocks(db, firings);
  if (failed > 0) logger.warn({ fired, failed }, "some clocks could not fire");
  else if (fired > 0) logger.info({ fired }, "clocks fired");
}
