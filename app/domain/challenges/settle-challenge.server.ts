import { systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { challengeConduct } from "./challenge-conduct.server";
import { challengeProcedure } from "./challenge-procedure";
import { lockChallenge } from "./challenge-rows.server";

const market = systemActor("challenge");

/**
 * Does what time has made due: ends the intentions, ends a publicity without open or upheld
 * objections. Before its time, or a second time, it changes nothing.
 */
export async function settleChallenge(challengeId: string, db: DbOrTx): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockChallenge(tx, challengeId);
    const now = clock.now();
    if (row.state === "PUBLISHED" && row.intentionsDueAt && row.intentionsDueAt <= now) {
      const hasSome = row.intentions.some((one) => one.state === "SUBMITTED");
      const move = hasSome ? "closeIntentions" : "noIntentions";
      await advance(tx, challengeConduct, row.id, move, market);
      return;
    }
    if (row.state !== "PUBLICITY" || !row.publicityEndsAt || row.publicityEndsAt > now) return;
    const running = await tx.procedureClock.findFirst({
      where: { procedure: challengeProcedure.name, subjectId: row.id, clock: "publicity" },
      orderBy: { startedAt: "desc" },
      select: { startedAt: true },
    });
    const since = running?.startedAt ?? new Date(0);
    const blocking = row.objections.filter(
      (one) => one.createdAt >= since && one.outcome !== "REJECTED",
    );
    if (blocking.length === 0) await advance(tx, challengeConduct, row.id, "start", market);
  });
}
