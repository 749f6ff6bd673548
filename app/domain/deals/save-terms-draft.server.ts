import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { getDealSpeaker } from "./deal-access.server";
import type { DealSide } from "./deal-role-rules";
import type { TermsForm } from "./terms-form-rules";

/**
 * The side of a person who may write its term sheet.
 * @throws DomainError "not_found" (404), "forbidden" (403)
 */
export async function getTermsWriter(
  db: DbOrTx,
  dealId: string,
  actor: Actor,
): Promise<{ side: DealSide; userId: string }> {
  const { side, organisationId, userId } = await getDealSpeaker(db, dealId, actor);
  if (!side) throw new DomainError("forbidden", { status: 403 });
  assertCan(actor, "term-sheet.offer", { organisationId });
  return { side, userId };
}

export type SaveTermsDraftInput = {
  dealId: string;
  /** Revision on which the page was opened; 0 while nothing is stored. */
  revision: number;
  form: TermsForm;
};

/**
 * Keeps what one side has written so far, unseen by the other. Two people of a side who write at once:
 * the later one is told that the page is stale.
 * @throws DomainError "forbidden" (403), "stale_revision" (409)
 */
export async function saveTermsDraft(
  input: SaveTermsDraftInput,
  actor: Actor,
  db: DbOrTx,
): Promise<{ revision: number; savedAt: Date }> {
  return inTransaction(db, async (tx) => {
    const { dealId, form } = input;
    const { side, userId } = await getTermsWriter(tx, dealId, actor);
    const now = clock.now();
    if (input.revision === 0) {
      const made = await tx.termSheetDraft.createMany({
        data: { dealId, side, content: form, savedById: userId, updatedAt: now },
        skipDuplicates: true,
      });
      if (made.count === 0) throw new DomainError("stale_revision", { status: 409 });
      return { revision: 1, savedAt: now };
    }
    const saved = await tx.termSheetDraft.updateMany({
      where: { dealId, side, revision: input.revision },
      data: { content: form, savedById: userId, updatedAt: now, revision: { increment: 1 } },
    });
    if (saved.count === 0) throw new DomainError("stale_revision", { status: 409 });
    return { revision: input.revision + 1, savedAt: now };
  });
}

/** Throws a side's draft away. @throws DomainError "forbidden" (403) */
export async function discardTermsDraft(dealId: string, actor: Actor, db: DbOrTx): Promise<void> {
  await inTransaction(db, async (tx: Tx) => {
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
