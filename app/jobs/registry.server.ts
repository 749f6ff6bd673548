import type { JobName, JobPayloads } from "~/domain/shared/job-payloads";
import type { Db } from "~/platform/db.server";
import type { logger } from "~/platform/logger.server";
import { sweepProcedures } from "./procedures/sweep.server";

export type JobContext = { db: Db; logger: Pick<typeof logger, "info" | "warn" | "error"> };
export type JobHandler<N extends JobName> = (
  payload: JobPayloads[N],
  context: JobContext,
) => Promise<void>;

/** Every job by name. A handler may run twice (at least once is the queue's promise): be idempotent. */
export const registry: { [N in JobName]?: JobHandler<N> } = {
  "procedure.sweep": sweepProcedures,
};

/** Times are UTC. `?fill` makes up for a run missed while the market was down. */
export const crontab = `
* * * * * procedure.sweep {}
`;
