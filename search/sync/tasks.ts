import type { EnqueuedTask, EnqueuedTaskPromise } from "meilisearch";
import { indexUid, type SearchEngine, type SearchKind } from "../engine";

const TASK_TIMEOUT_MS = 120_000;
const TASK_INTERVAL_MS = 30;

/** A task that Meilisearch accepted and then refused to carry out. */
export class TaskFailed extends Error {
  override readonly name = "TaskFailed";
}

/** Where a rebuild writes until it takes the live index's place. */
export function rebuildUid(engine: SearchEngine, kind: SearchKind): string {
  return `${indexUid(engine, kind)}__next`;
}

export async function submitTask(promise: EnqueuedTaskPromise): Promise<number> {
  const task: EnqueuedTask = await promise;
  return task.taskUid;
}

/** Waits for tasks in order. @throws TaskFailed with the engine's own sentence */
export async function waitForTasks(engine: SearchEngine, uids: readonly number[]): Promise<void> {
  for (const uid of uids) {
    const task = await engine.client.tasks.waitForTask(uid, {
      timeout: TASK_TIMEOUT_MS,
      interval: TASK_INTERVAL_MS,
    });
    if (task.status !== "succeeded") {
      throw new TaskFailed(`search task ${uid} ${task.status}: ${task.error?.message ?? ""}`);
    }
  }
}

export async function runTask(engine: SearchEngine, promise: EnqueuedTaskPromise): Promise<void> {
  await waitForTasks(engine, [await submitTask(promise)]);
}
