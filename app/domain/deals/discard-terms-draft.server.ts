import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { getTermsWriter } from "./terms-access.server";

/** Throws a side's draft away. @throws DomainError "forbidden" (403) */
export async function discardTermsDraft(dealId: string, actor: Actor, db: DbOrTx): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { side } = await getTermsWriter(tx, dealId, actor);
    const { count } = await tx.termSheetDraft.deleteMany({ where: { dealId, side } });
    if (count === 0) return;
    await appendAudit(tx, actor, {
      action: "term-sheet.draft-discarded",
      subjectType: "Deal",
      subjectId: dealId,
      detail: { side },
    });
  });
}
