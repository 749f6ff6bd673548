import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { openPriceQuestions } from "./price-question-queries.server";
import { tenderBidConduct } from "./tender-bid-conduct.server";
import { tellOperators } from "./tender-notices.server";
import { lockTender } from "./tender-rows.server";

/**
 * A bidder explains a price that is far below the mean.
 * @throws DomainError "not_found" (404), "tender_not_asked" (409), "wrong_actor" (403), "note_required"
 */
export async function answerPrice(
  input: { tenderId: string; organisationId: string; note: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { organisationId, note } = input;
    const notFound = () => new DomainError("not_found", { status: 404 });
    if (actor.kind !== "USER" || !isId(organisationId)) throw notFound();
    if (!actor.memberships.some((one) => one.organisationId === organisationId)) throw notFound();
    const tender = await lockTender(tx, input.tenderId);
    const bid = tender.bids.find((one) => one.organisationId === organisationId);
    if (!bid) throw notFound();
    const open = await openPriceQuestions(tx, [bid.id]);
    if (open.length === 0 || tender.state !== "EVALUATION") {
      throw new DomainError("tender_not_asked", { status: 409 });
    }
    await advance(tx, tenderBidConduct, bid.id, "explainPrice", actor, { note });
    await tellOperators(tx, tender, "tenderPriceExplained");
  });
}
