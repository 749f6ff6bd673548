import type { JobName, JobPayloads } from "~/domain/shared/job-payloads";
import type { Db } from "~/platform/db.server";
import type { logger } from "~/platform/logger.server";

export type JobContext = { db: Db; logger: Pick<typeof logger, "info" | "warn" | "error"> };

/** Carries out one job. It may run twice (at least once is the queue's promise): be idempotent. */
export type JobHandler<N extends JobName> = (
  payload: JobPayloads[N],
  context: JobContext,
) => Promise<void>;
