import type { Actor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockLot } from "./lock-lot.server";
import { lotConduct } from "./lot-conduct.server";

export type LotContractNews = {
  dealId: string;
  /** Signed; performed to the end; or the talks of a negotiation have ended without a contract. */
  kind: "SIGNED" | "COMPLETED" | "ENDED";
  /** Price of the contract, needed after a negotiation. */
  priceFen?: bigint;
};

/**
 * What became of the deal room of a lot. News of a room that no lot has opened, or that the lot
 * knows already, asks nothing.
 */
export async function noteLotContract(
  news: LotContractNews,
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const deal = await tx.deal.findUnique({
      where: { id: news.dealId },
      select: { lotId: true },
    });
    if (!deal?.lotId) return;
    const lot = await lockLot(tx, deal.lotId);
    const isOpen = lot.state === "SOLD" || lot.state === "NEGOTIATION";
    if (news.kind === "SIGNED" && isOpen) {
      const input = news.priceFen ? { priceFen: news.priceFen.toString() } : {};
      await advance(tx, lotConduct, lot.id, "contract", actor, input);
    } else if (news.kind === "COMPLETED" && lot.state === "CONTRACTED") {
      await advance(tx, lotConduct, lot.id, "close", actor);
    } else if (news.kind === "ENDED" && lot.state === "NEGOTIATION") {
      await advance(tx, lotConduct, lot.id, "endNegotiation", actor, { note: "协商未达成合同" });
    }
  });
}
