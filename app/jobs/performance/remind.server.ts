import { remindPerformance } from "~/domain/performance/remind-performance.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Reminds of milestones and payments that are due or overdue. */
export async function remindOfPerformance(
  _payload: JobPayloads["performance.remind"],
  { db, logger }: JobContext,
): Promise<void> {
  const told = await remindPerformance(db);
  if (told > 0) logger.info({ told }, "reminded of milestones and payments");
}
