import type { Actor, UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { assertMayTrade } from "~/domain/oversight/assert-may-trade.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import type { Tx } from "~/platform/db.server";
import { BIDDING_LEVEL } from "./bidding-level";
import type { TenderRow } from "./tender-rows.server";

/**
 * Whether a person may bid for an organisation: verified, not banned, not the buyer, and with nobody
 * of the organisation among those who hold keys or evaluate.
 * @throws DomainError "tender_bids_over" (409), "forbidden", "tender_real_name", "trade_banned",
 * "tender_own", "tender_involved" (all 403)
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
  await assertMayTrade(tx, organisationId);
  const seats = [...tender.keyHolders, ...tender.members.filter((one) => !one.recusedAt)];
  const userIds = seats.map((one) => one.userId);
  const isInvolved =
    userIds.includes(actor.userId) ||
    (await tx.membership.count({
      where: { organisationId, endedAt: null, userId: { in: userIds } },
    })) > 0;
  if (isInvolved) throw new DomainError("tender_involved", { status: 403 });
  return actor;
}
