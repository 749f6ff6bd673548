import { systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";

/** What happens when a clock of a procedure is due, in the transaction that marks it fired. */
export type ClockFiring = (
  tx: Tx,
  due: { subjectId: string; clock: string },
  actor: ReturnType<typeof systemActor>,
) => Promise<void>;

/**
 * Fires every clock that is due, each in its own transaction and once: the row is locked, marked and
 * acted on together. A clock whose firing fails keeps its error and is tried at the next sweep.
 * @returns how many fired and how many failed
 */
export async function sweepClocks(
  db: Db,
  firings: Readonly<Record<string, ClockFiring>>,
  limit = 500,
): Promise<{ fired: number; failed: number }> {
  const now = clock.now();
  const due = await db.procedureClock.findMany({
    where: { dueAt: { lte: now }, firedAt: null, stoppedAt: null, suspendedAt: null },
    orderBy: { dueAt: "asc" },
    take: limit,
    select: { id: true },
  });
  const actor = systemActor("clock-sweep");
  let fired = 0;
  let failed = 0;
  for (const { id } of due) {
    try {
      const didFire = await inTransaction(db, async (tx) => {
        const rows = await tx.$queryRaw<{ procedure: string; subjectId: string; clock: string }[]>`
          SELECT procedure, "subjectId", clock FROM "ProcedureClock"
          WHERE id = ${id}::uuid AND "firedAt" IS NULL AND "stoppedAt" IS NULL
            AND "suspendedAt" IS NULL
          FOR UPDATE SKIP LOCKED`;
        const row = rows[0];
        if (!row) return false;
        const firing = firings[row.procedure];
        if (!firing) throw new Error(`nobody fires clocks of ${row.procedure}`);
        await tx.procedureClock.update({ where: { id }, data: { firedAt: now, lastError: null } });
        await firing(tx, row, actor);
        return true;
      });
      if (didFire) fired += 1;
    } catch (error) {
      failed += 1;
      const lastError = error instanceof Error ? error.message.slice(0, 500) : "unknown";
      await db.procedureClock.update({ where: { id }, data: { lastError } });
    }
  }
  return { fired, failed };
}
