import { Logger, runMigrations } from "graphile-worker";

/** Creates or upgrades the tables of the job queue: use cases enqueue before any worker has run. */
export async function migrateQueue(url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger: new Logger(() => () => {}) });
}
