import type { Actor, UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { assertMayTrade } from "~/domain/oversight/assert-may-trade.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import type { Tx } from "~/platform/db.server";
import { BIDDING_LEVEL } from "./bidding-level";
import { LIVE_BIDS } from "./tender-bid-procedure";
import { seatedMembers, type TenderRow } from "./tender-rows.server";

/**
 * Whether a person may bid for an organisation: verified, not banned, nobody of the buyer, for no
 * other bidder, and with nobody of the organisation among those who hold keys. Colleagues in the
 * committee leave it at the opening: a refusal here would tell a bidder who evaluates.
 * @throws DomainError "tender_bids_over" (409), "forbidden", "tender_real_name", "trade_banned",
 * "tender_own", "tender_buyers_person", "tender_involved", "tender_two_bidders" (all 403)
 */
export async function assertMayBid(
  tx: Tx,
  tender: TenderRow,
  organisationId: string,
  actor: Actor,
): Promise<UserActor> {
  const isOpen = tender.state === "ISSUED" && tender.bidsDueAt && clock.now() < tender.bidsDueAt;
  if (!isOpen) throw new DomainError("tender_bids_over", { status: 409 });
  assertCan(actor, "tender.bid", { organisationId });
  if (actor.kind !== "USER") throw new DomainError("forbidden", { status: 403 });
  if (actor.realNameLevel < BIDDING_LEVEL)
    throw new DomainError("tender_real_name", { status: 403 });
  if (organisationId === tender.organisationId)
    throw new DomainError("tender_own", { status: 403 });
  if (actor.memberships.some((one) => one.organisationId === tender.organisationId)) {
    throw new DomainError("tender_buyers_person", { status: 403 });
  }
  await assertMayTrade(tx, organisationId);
  const { userId } = actor;
  const holderIds = tender.keyHolders.map((one) => one.userId);
  const isInvolved =
    [...holderIds, ...seatedMembers(tender).map((one) => one.userId)].includes(userId) ||
    (await tx.membership.count({
      where: { organisationId, endedAt: null, userId: { in: holderIds } },
    })) > 0;
  if (isInvolved) throw new DomainError("tender_involved", { status: 403 });
  const isDouble = tender.bids.some(
    (one) =>
      one.userId === userId &&
      one.organisationId !== organisationId &&
      LIVE_BIDS.includes(one.state),
  );
  if (isDouble) throw new DomainError("tender_two_bidders", { status: 403 });
  return actor;
}
