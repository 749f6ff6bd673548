import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { lotConduct } from "./lot-conduct.server";
import { lotProcedure } from "./lot-procedure";
import { loadLots } from "./lot-rows.server";
import type { LotConditionView } from "./lot-view";

/** How each condition of a move stands now; nothing is changed by asking. */
export async function listLotConditions(
  db: Db,
  lotId: string,
  move: "submit" | "announce",
  actor: Actor,
): Promise<LotConditionView[]> {
  return inTransaction(db, async (tx) => {
    const [subject] = await loadLots(tx, [lotId]);
    if (!subject) return [];
    const now = clock.now();
    const found: LotConditionView[] = [];
    for (const id of lotProcedure.moves[move].conditions ?? []) {
      const result = await lotConduct.conditions[id]({ tx, actor, input: {}, now, subject });
      found.push({
        id,
        answer: result.answer,
        code: result.code ?? null,
        field: result.field ?? null,
      });
    }
    return found;
  });
}
