import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { assertMayBid } from "./assert-may-bid.server";
import { tenderBidConduct } from "./tender-bid-conduct.server";
import { lockTender } from "./tender-rows.server";

/**
 * Confirms a bid after an amendment, or withdraws it. A withdrawn one can be replaced until the
 * deadline; then its bond goes back.
 * @throws DomainError "not_found" (404) for a stranger's bid, what `assertMayBid` refuses on
 * confirming, "wrong_state" (409), "tender_bids_over"
 */
export async function changeBid(
  input: { tenderId: string; organisationId: string; move: "confirm" | "withdraw" },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { organisationId, move } = input;
    const notFound = () => new DomainError("not_found", { status: 404 });
    if (actor.kind !== "USER" || !isId(organisationId)) throw notFound();
    if (!actor.memberships.some((one) => one.organisationId === organisationId)) throw notFound();
    const tender = await lockTender(tx, input.tenderId);
    const bid = tender.bids.find((one) => one.organisationId === organisationId);
    if (!bid) throw notFound();
    if (move === "confirm") await assertMayBid(tx, tender, organisationId, actor);
    await advance(tx, tenderBidConduct, bid.id, move, actor);
    if (move === "confirm") {
      const data = { amendmentNumber: tender.amendmentCount };
      await tx.tenderBid.update({ where: { id: bid.id }, data });
    }
  });
}
