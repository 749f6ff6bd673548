import { type Actor, systemActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { agreeDeal } from "./advance-deal.server";
import { getDealSpeaker, lockDeal } from "./deal-access.server";
import { revisePublicity } from "./revise-publicity.server";
import { termSheetConduct } from "./term-sheet-conduct.server";
import { findAcceptedTerms, readTermSheet } from "./term-sheet-queries.server";
import { lockTermSheets } from "./term-sheet-rows.server";

export type AcceptTermsInput = {
  termSheetId: string;
  /** Hash of the text that the person read. */
  contentHash: string;
};

/**
 * Accepts the offer on the table: it becomes the one agreed version of the room. A version that was
 * agreed before gives way; a publicity that told another price begins anew. After signing, the new
 * version is what a supplement is drawn up from.
 * @throws DomainError "wrong_actor" (403), "wrong_state" (409), "terms_real_name",
 * "terms_other_text", "terms_inconsistent", "terms_room_closed", "terms_contract_frozen"
 */
export async function acceptTerms(
  input: AcceptTermsInput,
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = isId(input.termSheetId)
      ? await tx.termSheet.findUnique({ where: { id: input.termSheetId } })
      : null;
    if (!row) throw new DomainError("not_found", { status: 404 });
    const { dealId } = row;
    await getDealSpeaker(tx, dealId, actor);
    // Two answers at once queue here; the second finds the offer no longer open.
    await lockDeal(tx, dealId);
    await lockTermSheets(tx, dealId);
    const former = await findAcceptedTerms(tx, dealId);
    if (former) await advance(tx, termSheetConduct, former.id, "replace", systemActor("terms"));
    await advance(tx, termSheetConduct, row.id, "accept", actor, {
      contentHash: input.contentHash,
    });
    const deal = await tx.deal.findUniqueOrThrow({ where: { id: dealId } });
    if (deal.state === "OPEN") await agreeDeal(tx, dealId);
    if (former) await revisePublicity(tx, dealId, readTermSheet(row.content));
  });
}
