import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { openBid } from "./open-bid.server";
import { getTenderAccess } from "./tender-access.server";
import { tenderBidConduct } from "./tender-bid-conduct.server";
import { deskTenderHref } from "./tender-href";
import { tellBidders, tellTender } from "./tender-notices.server";
import { lockTender, seatedMembers, type TenderRow } from "./tender-rows.server";
import { readRules } from "./tender-schema";

/**
 * A bid that was rejected or found invalid takes part again after its bidder's objection was upheld.
 * Everybody scores anew: nobody has compared the bids with this one among them.
 * @throws DomainError "not_found" (404), "wrong_actor" (403), "wrong_state" (409), "note_required",
 * "tender_not_upheld", "tender_bid_unreadable" (409)
 */
export async function reinstateBid(
  input: { tenderId: string; bidId: string; note: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getTenderAccess(tx, input.tenderId, actor);
    const tender = await lockTender(tx, input.tenderId);
    const bid = tender.bids.find((one) => one.id === input.bidId);
    if (!bid) throw new DomainError("not_found", { status: 404 });
    await advance(tx, tenderBidConduct, bid.id, "reinstate", actor, { note: input.note });
    await tx.tenderBid.update({
      where: { id: bid.id },
      data: {
        ...(await contentOf(tx, tender, bid.id)),
        invalidReason: "",
        rank: null,
        scoreMillionths: null,
      },
    });
    await tx.tenderMember.updateMany({
      where: { tenderId: tender.id, recusedAt: null },
      data: { submittedAt: null },
    });
    const userIds = seatedMembers(tender).map((one) => one.userId);
    const href = deskTenderHref(tender.id, "evaluation");
    await tellTender(tx, tender, { kind: "tenderReEvaluated", userIds, href });
    await tellBidders(tx, { ...tender, bids: [bid] }, "tenderReEvaluated", input.note.trim());
  });
}

/** Content and price of a bid that was never taken as opened; nothing for one that was. */
async function contentOf(tx: Tx, tender: TenderRow, bidId: string) {
  const row = await tx.tenderBid.findUniqueOrThrow({
    where: { id: bidId },
    select: { priceFen: true, envelope: true, shares: { select: { share: true } } },
  });
  if (row.priceFen !== null) return {};
  const ceiling = readRules(tender.rules).budgetIsCeiling ? tender.budgetFen : null;
  const opened = await openBid(row, ceiling);
  if ("reason" in opened) throw new DomainError("tender_bid_unreadable", { status: 409 });
  return { content: opened.content, priceFen: BigInt(opened.content.priceFen) };
}
