import type { PrismaClient } from "#prisma/client/client";

// Numbers of advisory locks; they only have to differ from other users of the database.
const INDEX_LOCK = 7_311_001;
const REBUILD_LOCK = 7_311_002;
const TRAINING_LOCK = 7_311_004;

const BATCH_TIMEOUT_MS = 180_000;
const LONG_TIMEOUT_MS = 6 * 3_600_000;

/** Another rebuild is running; two would delete each other's work. */
export class RebuildRunning extends Error {
  override readonly name = "RebuildRunning";
  constructor() {
    super("another rebuild of the search index is running");
  }
}

/** Another training of vectors is running. */
export class TrainingRunning extends Error {
  override readonly name = "TrainingRunning";
  constructor() {
    super("another training on the catalogue is running");
  }
}

/**
 * Runs `work` while no other process reads rows and sends them to the index. The lock lives in a
 * transaction of its own, so that it falls with the connection when the process is killed.
 */
export async function withIndexLock<T>(db: PrismaClient, work: () => Promise<T>): Promise<T> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${INDEX_LOCK}::bigint)`;
      return work();
    },
    { maxWait: 30_000, timeout: BATCH_TIMEOUT_MS },
  );
}

/** Runs `work` unless another rebuild is running. @throws RebuildRunning */
export function withRebuildLock<T>(db: PrismaClient, work: () => Promise<T>): Promise<T> {
  return withLongLock(db, REBUILD_LOCK, () => new RebuildRunning(), work);
}

/** Runs `work` unless another training is running. @throws TrainingRunning */
export function withTrainingLock<T>(db: PrismaClient, work: () => Promise<T>): Promise<T> {
  return withLongLock(db, TRAINING_LOCK, () => new TrainingRunning(), work);
}

function withLongLock<T>(
  db: PrismaClient,
  lock: number,
  refusal: () => Error,
  work: () => Promise<T>,
): Promise<T> {
  return db.$transaction(
    async (tx) => {
      const [row] = await tx.$queryRaw<{ got: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(${lock}::bigint) AS got`;
      if (row?.got !== true) throw refusal();
      return work();
    },
    { maxWait: 30_000, timeout: LONG_TIMEOUT_MS },
  );
}
