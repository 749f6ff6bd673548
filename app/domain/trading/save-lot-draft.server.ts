import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lotDraftColumns } from "./lot-draft-columns.server";
import type { LotStepForm } from "./lot-draft-schema";
import { lockEditableLot } from "./own-lot.server";

/**
 * Saves one step of the wizard. The reserve goes into its sealed column and nowhere else.
 * @throws DomainError "not_found" (404) for strangers too, "wrong_state" (409), "stale_revision" (409),
 * "lot_items_not_published" at `achievementIds`
 */
export async function saveLotDraft(
  input: LotStepForm & { lotId: string; revision: number },
  actor: Actor,
  db: DbOrTx,
): Promise<{ revision: number }> {
  return inTransaction(db, async (tx) => {
    const lot = await lockEditableLot(tx, input.lotId, actor);
    if (lot.revision !== input.revision) throw new DomainError("stale_revision", { status: 409 });
    const columns = await lotDraftColumns(tx, lot, input);
    const revision = lot.revision + 1;
    await tx.lot.update({ where: { id: lot.id }, data: { ...columns, revision } });
    await appendAudit(tx, actor, {
      action: "lot.saved",
      subjectType: "Lot",
      subjectId: lot.id,
      detail: { step: input.step, revision },
    });
    return { revision };
  });
}
