import { setTimeout as sleep } from "node:timers/promises";
import {
  parseCronItems,
  Logger as QueueLogger,
  type Runner,
  run,
  type Task,
} from "graphile-worker";
import type { Db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import type { logger as Logger } from "~/platform/logger.server";
import { claimQueue } from "./queue-claim.server";
import { crontab, registry } from "./registry.server";

/** How many jobs run at once in this process. */
const CONCURRENCY = 4;
const RETRY_MS = 1000;

export interface RunningJobs {
  /** False while the queue waits for its database. */
  isWorking(): boolean;
  stop(): Promise<void>;
}

/**
 * Starts the queue of this process. `stop` lets running jobs finish. When the database goes away the
 * queue ends and is started again: jobs that it could not report on would else stay locked.
 */
export async function startJobs(db: Db, logger: typeof Logger): Promise<RunningJobs> {
  await prepareSearch(db, logger);
  let isStopping = false;
  let isWorking = false;
  let current: Runner | undefined;

  async function work(onStarted: () => void): Promise<void> {
    const claim = await claimQueue(env().DATABASE_URL);
    try {
      current = await launch(db, logger);
      const runner = current;
      isWorking = true;
      onStarted();
      if (isStopping) await runner.stop();
      void claim.lost.then(() => runner.stop().catch(() => {}));
      await runner.promise;
    } finally {
      isWorking = false;
      await claim.release().catch(() => {});
    }
  }

  async function keepWorking(onStarted: () => void): Promise<void> {
    while (!isStopping) {
      try {
        await work(onStarted);
      } catch (error) {
        logger.warn({ err: error }, "the queue ended and is started again");
      }
      if (!isStopping) await sleep(RETRY_MS);
    }
  }

  let ended: Promise<void> = Promise.resolve();
  await new Promise<void>((started) => {
    ended = keepWorking(started);
  });
  return {
    isWorking: () => isWorking,
    async stop() {
      isStopping = true;
      await current?.stop().catch(() => {});
      await ended;
    },
  };
}

async function launch(db: Db, logger: typeof Logger): Promise<Runner> {
  const taskList = Object.fromEntries(
    Object.entries(registry).map(([name, handler]) => {
      const task: Task = async (payload, helpers) => {
        const log = logger.child({ job: name, jobId: helpers.job.id });
        // Payloads are written by enqueueJob, which types them by name.
        await (
          handler as (payload: unknown, context: { db: Db; logger: typeof log }) => Promise<void>
        )(payload, { db, logger: log });
      };
      return [name, task];
    }),
  );
  const runner = await run({
    connectionString: env().DATABASE_URL,
    concurrency: CONCURRENCY,
    maxPoolSize: CONCURRENCY + 2,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: new QueueLogger(() => (level, message) => {
      if (level === "error") logger.error(message);
      else if (level === "warning") logger.warn(message);
      else logger.debug(message);
    }),
    taskList,
    // As items, because the text form does not take task names with a dot.
    parsedCronItems: parseCronItems(crontab),
  });
  runner.events.on("job:error", ({ error, job }) => {
    logger.warn({ err: error, job: job.task_identifier, attempt: job.attempts }, "job failed");
  });
  return runner;
}

/** Jobs that search expect the indexes to exist. With the engine away, the hourly job makes them. */
async function prepareSearch(db: Db, logger: typeof Logger): Promise<void> {
  try {
    await registry["search.ensure"]?.({}, { db, logger });
  } catch (error) {
    logger.warn({ err: error }, "search indexes could not be prepared; the queue will try again");
  }
}
