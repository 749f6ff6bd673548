import type { Db, DbOrTx, Tx } from "~/platform/db.server";

const RETRIABLE = new Set(["40001", "40P01"]);

function isRetriable(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  if ("code" in error && error.code === "P2034") return true;
  const text = error instanceof Error ? error.message : "";
  return [...RETRIABLE].some((code) => text.includes(code));
}

/**
 * Runs `work` in one transaction, again (up to three times) after a serialisation failure or
 * deadlock. Inside an open transaction it joins that one.
 */
export async function inTransaction<T>(
  db: DbOrTx,
  work: (tx: Tx) => Promise<T>,
  options: { isSerializable?: boolean; timeoutMs?: number } = {},
): Promise<T> {
  if (!("$transaction" in db)) return work(db);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await (db as Db).$transaction(work, {
        isolationLevel: options.isSerializable ? "Serializable" : "ReadCommitted",
        maxWait: 10_000,
        timeout: options.timeoutMs ?? 15_000,
      });
    } catch (error) {
      if (attempt >= 3 || !isRetriable(error)) throw error;
    }
  }
}
