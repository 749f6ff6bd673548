import type { DbOrTx } from "~/platform/db.server";

/** What a trade has settled before its room opened; amounts in fen. */
export type TradeTerms = {
  /** The price that was found: an offer in the room must name it. */
  priceFen: bigint | null;
  /** Lowest price where only one buyer came and the sides talk. */
  minimumFen: bigint | null;
  categoryCode: string;
  licenceKind: "NON_EXCLUSIVE" | null;
  territory: string;
  fieldOfUse: string;
  /** How the price was found, as it stands among the special terms. */
  statement: string;
};

const NOTHING: Omit<TradeTerms, "statement"> = {
  priceFen: null,
  minimumFen: null,
  categoryCode: "",
  licenceKind: null,
  territory: "",
  fieldOfUse: "",
};

/** Settled terms of a room that a trade has opened; null for rooms of talks. */
export async function findTradeTerms(db: DbOrTx, dealId: string): Promise<TradeTerms | null> {
  const deal = await db.deal.findUnique({
    where: { id: dealId },
    select: {
      lot: true,
      tender: true,
      challengeTaker: { include: { challenge: true } },
      licencePurchase: { include: { offer: true } },
    },
  });
  if (deal?.lot) {
    const { lot } = deal;
    const isSold = lot.priceFen !== null;
    const how = isSold ? "经网络竞价成交" : "公告期内仅征集到一个受让方，按规则协议成交";
    return {
      ...NOTHING,
      priceFen: lot.priceFen,
      minimumFen: isSold ? null : lot.startPriceFen,
      categoryCode: lot.categoryCode,
      statement: `本项目为第 ${lot.number} 号挂牌标的，${how}；公告的交易规则（摘要值 ${lot.rulesHash ?? ""}）对双方有效。`,
    };
  }
  if (deal?.tender) {
    const { tender } = deal;
    const bid = tender.awardedBidId
      ? await db.tenderBid.findUnique({ where: { id: tender.awardedBidId } })
      : null;
    return {
      ...NOTHING,
      priceFen: bid?.priceFen ?? null,
      categoryCode: tender.categoryCode,
      statement: `本项目为第 ${tender.number} 号招标的中标项目；合同不得背离招标文件和中标人投标文件的实质性内容。`,
    };
  }
  if (deal?.challengeTaker) {
    const { challenge, rewardFen } = deal.challengeTaker;
    return {
      ...NOTHING,
      minimumFen: null,
      priceFen: rewardFen,
      statement: `本项目为第 ${challenge.number} 号揭榜挂帅项目；榜单公布的指标、经费和知识产权约定对双方有效。`,
    };
  }
  if (deal?.licencePurchase) {
    const { offer, feeFen, number } = deal.licencePurchase;
    return {
      ...NOTHING,
      priceFen: feeFen > 0n ? feeFen : null,
      licenceKind: "NON_EXCLUSIVE",
      territory: offer.territory,
      fieldOfUse: offer.fieldOfUse,
      statement: `本项目为第 ${offer.number} 号许可（购买编号 ${number}）的延伸约定；已确认的许可文本对双方有效。`,
    };
  }
  return null;
}
