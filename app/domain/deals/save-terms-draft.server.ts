import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { getTermsWriter } from "./terms-access.server";
import type { TermsForm } from "./terms-form-rules";

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
