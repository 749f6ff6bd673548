import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { openPriceQuestions } from "./price-question-queries.server";
import { getTenderAccess } from "./tender-access.server";
import { tenderBidConduct } from "./tender-bid-conduct.server";
import { tellBidders } from "./tender-notices.server";
import { lockTender } from "./tender-rows.server";

/**
 * What the committee has found of one bid, entered by the market with the reason: asked to explain
 * its price, the explanation accepted, or the bid rejected (否决投标).
 * @throws DomainError "not_found" (404), "wrong_actor" (403), "wrong_state" (409), "note_required",
 * "tender_not_asked" (409)
 */
export async function decideBid(
  input: {
    tenderId: string;
    bidId: string;
    move: "askPrice" | "acceptPrice" | "reject";
    note: string;
  },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getTenderAccess(tx, input.tenderId, actor);
    const tender = await lockTender(tx, input.tenderId);
    const bid = tender.bids.find((one) => one.id === input.bidId);
    if (!bid) throw new DomainError("not_found", { status: 404 });
    if (tender.state !== "EVALUATION") throw new DomainError("wrong_state", { status: 409 });
    const { move, note } = input;
    if (move === "acceptPrice") {
      const [question] = await openPriceQuestions(tx, [bid.id]);
      if (!question) throw new DomainError("tender_not_asked", { status: 409 });
    }
    await advance(tx, tenderBidConduct, bid.id, move, actor, { note });
    if (move === "reject") {
      const data = { invalidReason: note.trim() };
      await tx.tenderBid.update({ where: { id: bid.id }, data });
    }
    if (move === "askPrice") await tellBidders(tx, { ...tender, bids: [bid] }, "tenderPriceAsked");
  });
}
