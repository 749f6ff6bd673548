import { type Actor, systemActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockLot } from "./lock-lot.server";
import { lotApplicationConduct } from "./lot-application-conduct.server";

export type LotApplicationDecision =
  | { decision: "qualify"; note?: string; preemptiveRank?: number | null }
  | { decision: "refuse" | "exclude"; note: string };

/**
 * The market decides on an application. Qualified: the deposit is asked for, or, where there is none,
 * the applicant is admitted at once.
 * @throws DomainError "forbidden" (403), "not_found" (404), and what the procedure refuses
 */
export async function decideLotApplication(
  input: { applicationId: string; lotId?: string } & LotApplicationDecision,
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const found = assertFound(
      isId(input.applicationId)
        ? await tx.lotApplication.findUnique({
            where: { id: input.applicationId },
            select: { id: true, lotId: true, lot: { select: { regionCode: true } } },
          })
        : null,
    );
    assertCan(actor, "lot.qualify", { regionCode: found.lot.regionCode });
    if (input.lotId && input.lotId !== found.lotId) assertFound(null);
    const lot = await lockLot(tx, found.lotId);
    const note = input.note?.trim() ? { note: input.note } : {};
    if (input.decision === "qualify") {
      const rank = input.preemptiveRank ?? null;
      await tx.lotApplication.update({ where: { id: found.id }, data: { preemptiveRank: rank } });
      const evidence = { ...note, preemptiveRank: rank };
      await advance(tx, lotApplicationConduct, found.id, "qualify", actor, evidence);
      if (lot.depositFen === 0n) {
        const market = systemActor("trading.admit");
        await advance(tx, lotApplicationConduct, found.id, "admit", market);
      }
      return;
    }
    await advance(tx, lotApplicationConduct, found.id, input.decision, actor, note);
  });
}
