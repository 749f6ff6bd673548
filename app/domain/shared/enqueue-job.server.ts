import type { Tx } from "~/platform/db.server";
import type { JobName, JobPayloads } from "./job-payloads";

/**
 * Puts a job into the queue inside the caller's transaction: it exists exactly if the change does.
 * `key` replaces a waiting job of the same key, so that a burst of changes becomes one run.
 */
export async function enqueueJob<N extends JobName>(
  tx: Tx,
  name: N,
  payload: JobPayloads[N],
  options: { runAt?: Date; key?: string; maxAttempts?: number } = {},
): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${name}::text,
      ${JSON.stringify(payload)}::json,
      run_at => ${options.runAt ?? null}::timestamptz,
      max_attempts => ${options.maxAttempts ?? 12}::int,
      job_key => ${options.key ?? null}::text
    )`;
}
