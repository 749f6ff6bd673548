import { remindTasks } from "~/domain/deals/remind-tasks.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Reminds of due tasks in deal rooms; running twice on a day changes nothing. */
export async function remindOfTasks(
  _payload: JobPayloads["deals.remind"],
  { db, logger }: JobContext,
): Promise<void> {
  const count = await remindTasks(db);
  logger.info({ count }, "reminded of tasks");
}
