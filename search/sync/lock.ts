import type { PrismaClient } from "#prisma/client/client";

// Numbers of advisory locks; they only have to differ from other users of the database.
const INDEX_LOCK = 7_311_001;
const REBUILD_LOCK = 7_311_002;

const BATCH_TIMEOUT_MS = 180_000;
const REBUILD_TIMEOUT_MS = 6 * 3_600_000;

/** Another rebuild is running; two would delete each other's work. */
export class RebuildRunning extends Error {
  override readonly name = "RebuildRunning";
  constructor() {
    super("another rebuild of the search index is running");
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
export async function withRebuildLock<T>(db: PrismaClient, work: () => Promise<T>): Promise<T> {
  return db.$transaction(
    async (tx) => {
      const [row] = await tx.$queryRaw<{ got: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(${REBUILD_LOCK}::bigint) AS got`;
      if (row?.got !== true) throw new RebuildRunning();
      return work();
    },
    { maxWait: 30_000, timeout: REBUILD_TIMEOUT_MS },
  );
}
