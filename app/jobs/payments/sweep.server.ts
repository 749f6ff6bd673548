import { sweepPayments as sweep } from "~/domain/payments/sweep-payments.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Lapses, asks and takes up what was left lying. */
export async function sweepPayments(
  _payload: JobPayloads["payments.sweep"],
  { db, logger }: JobContext,
): Promise<void> {
  const { lapsed, failed } = await sweep(db);
  if (failed > 0) logger.warn({ lapsed, failed }, "some payments could not be asked about");
  else if (lapsed > 0) logger.info({ lapsed }, "payments lapsed");
}
