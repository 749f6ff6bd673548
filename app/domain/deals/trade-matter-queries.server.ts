import type { DbOrTx } from "~/platform/db.server";

/** A trade that has found its two sides: lot, tender, challenge taker or licence purchase. */
export type TradeCase = { caseType: "LOT" | "TENDER" | "CHALLENGE" | "LICENCE"; id: string };

type TradeLink =
  | { lotId: string }
  | { tenderId: string }
  | { challengeTakerId: string }
  | { licencePurchaseId: string };

/** Between whom and about what the room of a trade is. */
export type TradeMatter = {
  link: TradeLink;
  title: string;
  supplyOrganisationId: string;
  demandOrganisationId: string;
  achievementId: string | null;
  needId: string | null;
  /** Who acted for each side in the trade. */
  people: { supply: string; demand: string };
};

/** The sides of a trade, or null while it has none. */
export function findTradeMatter(db: DbOrTx, trade: TradeCase): Promise<TradeMatter | null> {
  switch (trade.caseType) {
    case "LOT":
      return matterOfLot(db, trade.id);
    case "TENDER":
      return matterOfTender(db, trade.id);
    case "CHALLENGE":
      return matterOfTaker(db, trade.id);
    case "LICENCE":
      return matterOfPurchase(db, trade.id);
  }
}

/** Sold to the winner, or in negotiation with the only applicant who was admitted. */
async function matterOfLot(db: DbOrTx, id: string): Promise<TradeMatter | null> {
  const lot = await db.lot.findUnique({
    where: { id },
    include: {
      items: { orderBy: { sort: "asc" }, take: 1 },
      applications: { where: { state: "ADMITTED" } },
    },
  });
  if (!lot || !["NEGOTIATION", "SOLD", "CONTRACTED", "CLOSED"].includes(lot.state)) return null;
  const { applications, winnerApplicationId } = lot;
  const buyer = winnerApplicationId
    ? applications.find((one) => one.id === winnerApplicationId)
    : applications.length === 1 && applications[0];
  if (!buyer) return null;
  return {
    link: { lotId: lot.id },
    title: lot.title,
    supplyOrganisationId: lot.organisationId,
    demandOrganisationId: buyer.organisationId,
    achievementId: lot.items[0]?.achievementId ?? null,
    needId: null,
    people: { supply: lot.createdById, demand: buyer.userId },
  };
}

async function matterOfTender(db: DbOrTx, id: string): Promise<TradeMatter | null> {
  const tender = await db.tender.findUnique({ where: { id } });
  const bid = tender?.awardedBidId
    ? await db.tenderBid.findUnique({ where: { id: tender.awardedBidId } })
    : null;
  if (!tender || !bid) return null;
  return {
    link: { tenderId: tender.id },
    title: tender.title,
    supplyOrganisationId: bid.organisationId,
    demandOrganisationId: tender.organisationId,
    achievementId: null,
    needId: tender.needId,
    people: { supply: bid.userId, demand: tender.createdById },
  };
}

async function matterOfTaker(db: DbOrTx, id: string): Promise<TradeMatter | null> {
  const taker = await db.challengeTaker.findUnique({
    where: { id },
    include: { challenge: true, intention: { select: { userId: true } } },
  });
  if (!taker) return null;
  const { challenge } = taker;
  return {
    link: { challengeTakerId: taker.id },
    title: challenge.title,
    supplyOrganisationId: taker.organisationId,
    demandOrganisationId: challenge.organisationId,
    achievementId: null,
    needId: challenge.needId,
    people: { supply: taker.intention.userId, demand: challenge.createdById },
  };
}

async function matterOfPurchase(db: DbOrTx, id: string): Promise<TradeMatter | null> {
  const purchase = await db.licencePurchase.findUnique({ where: { id }, include: { offer: true } });
  if (purchase?.state !== "LICENSED") return null;
  const { offer } = purchase;
  return {
    link: { licencePurchaseId: purchase.id },
    title: offer.title,
    supplyOrganisationId: offer.organisationId,
    demandOrganisationId: purchase.organisationId,
    achievementId: offer.achievementId,
    needId: null,
    people: { supply: offer.createdById, demand: purchase.userId },
  };
}
