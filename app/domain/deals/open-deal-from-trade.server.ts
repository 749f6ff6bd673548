import { appendAudit } from "~/domain/audit/append-audit.server";
import { recordBrokerDeal } from "~/domain/brokers/record-broker-deal.server";
import type { Actor } from "~/domain/identity/actor";
import { notify } from "~/domain/notifications/notify.server";
import { listPublisherIds } from "~/domain/notifications/recipients-queries.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { moveClocks } from "~/domain/shared/procedure/run-clocks.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { dealHref } from "./deal-href";
import { dealProcedure } from "./deal-procedure";
import { endRoomsOfTrade } from "./end-rooms-of-trade.server";
import { recordDealEvent } from "./record-deal-event.server";
import { findTradeMatter, type TradeCase, type TradeMatter } from "./trade-matter-queries.server";

/** Publishers who are taken in when who acted in the trade has left the organisation. */
const MAX_STAND_INS = 3;

/**
 * Brings the deal room of a trade into line with it. A trade that has its two sides gets one room: the
 * market does it by a job when a lot is sold or left with one buyer, a tender awarded, a challenge taken
 * or a licence bought. Price, object and rules stand in the first draft of the term sheet (see
 * prefillTerms). A room whose lot or tender has ended, or found others, is closed.
 * @throws DomainError "forbidden" (403) for anybody but the market
 * @returns id of the room, or null when the trade has no two sides (any more)
 */
export async function openDealFromTrade(
  trade: TradeCase,
  actor: Actor,
  db: DbOrTx,
): Promise<string | null> {
  if (actor.kind !== "SYSTEM") throw new DomainError("forbidden", { status: 403 });
  return inTransaction(db, async (tx) => {
    const matter = await findTradeMatter(tx, trade);
    await endRoomsOfTrade(tx, trade, matter, actor);
    if (!matter) return null;
    // One room of a trade is open at most: of two at once one fails there, and its next try finds it.
    const { link, supplyOrganisationId, demandOrganisationId } = matter;
    const known = await tx.deal.findFirst({
      where: { ...link, supplyOrganisationId, demandOrganisationId, state: { not: "CLOSED" } },
      select: { id: true },
    });
    if (known) return known.id;
    return create(tx, trade, matter, actor);
  });
}

async function create(tx: Tx, trade: TradeCase, matter: TradeMatter, actor: Actor) {
  const id = newId();
  const now = clock.now();
  const { link, people, ...room } = matter;
  const openedById = people.supply;
  await tx.deal.create({
    data: { id, ...room, ...link, origin: trade.caseType, openedById, createdAt: now },
  });
  const { initial } = dealProcedure;
  await moveClocks(tx, dealProcedure, [{ id, state: initial }], "open", initial, now);
  const supply = await peopleOf(tx, matter.supplyOrganisationId, people.supply);
  const demand = (await peopleOf(tx, matter.demandOrganisationId, people.demand)).filter(
    (userId) => !supply.includes(userId),
  );
  const rows = [
    ...supply.map((userId) => ({
      userId,
      role: "SUPPLY",
      organisationId: matter.supplyOrganisationId,
    })),
    ...demand.map((userId) => ({
      userId,
      role: "DEMAND",
      organisationId: matter.demandOrganisationId,
    })),
  ];
  await tx.dealParticipant.createMany({
    data: rows.map((row) => ({
      id: newId(),
      dealId: id,
      ...row,
      invitedById: openedById,
      createdAt: now,
      joinedAt: now,
    })),
  });
  await recordDealEvent(tx, id, { code: `from${trade.caseType}` }, null);
  await recordBrokerDeal(tx, { dealId: id });
  await notify(tx, {
    userIds: [...supply, ...demand],
    kind: "dealOpened",
    params: { title: matter.title },
    href: dealHref(id),
    dedupeKey: `deal:${id}:opened`,
  });
  await appendAudit(tx, actor, {
    action: "deal.open",
    subjectType: "Deal",
    subjectId: id,
    detail: { trade: trade.caseType, tradeId: trade.id },
  });
  return id;
}

/** Who acted for the organisation while still a member of it, else some who publish for it. */
async function peopleOf(tx: Tx, organisationId: string, userId: string): Promise<string[]> {
  const member = await tx.membership.findFirst({
    where: { organisationId, userId, endedAt: null, user: { deactivatedAt: null } },
    select: { userId: true },
  });
  if (member) return [userId];
  return (await listPublisherIds(tx, organisationId)).slice(0, MAX_STAND_INS);
}
