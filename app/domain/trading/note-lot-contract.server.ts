import type { Actor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockLot } from "./lock-lot.server";
import { lotConduct } from "./lot-conduct.server";
import { tellOperatorsOnce } from "./tell-lot.server";

export type LotContractNews = {
  dealId: string;
  /** Signed; performed to the end; closed without a contract; or the contract was ended early. */
  kind: "SIGNED" | "COMPLETED" | "ENDED" | "TERMINATED";
  /** Price of the contract, needed after a negotiation. */
  priceFen?: bigint;
};

/**
 * What became of the deal room of a lot. News of a room that no lot has opened, or that the lot
 * knows already, asks nothing; what comes while the lot is suspended is brought again when it goes on.
 * A sale that ends without a signed or performed contract is decided on by an operator.
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
    // A lot that found another buyer has another room: what becomes of an earlier one is over.
    const latest = await tx.deal.findFirst({
      where: { lotId: lot.id },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: { id: true },
    });
    if (latest?.id !== news.dealId) return;
    const isOpen = lot.state === "SOLD" || lot.state === "NEGOTIATION";
    const isSigned = news.kind === "SIGNED" || news.kind === "COMPLETED";
    if (isSigned && isOpen) {
      const input = news.priceFen ? { priceFen: news.priceFen.toString() } : {};
      await advance(tx, lotConduct, lot.id, "contract", actor, input);
    }
    // News may overtake each other: what is performed was signed before.
    if (news.kind === "COMPLETED" && (isOpen || lot.state === "CONTRACTED")) {
      await advance(tx, lotConduct, lot.id, "close", actor);
    }
    if (news.kind !== "ENDED" && news.kind !== "TERMINATED") return;
    if (lot.state === "NEGOTIATION") {
      await advance(tx, lotConduct, lot.id, "endNegotiation", actor, { note: "协商未达成合同" });
    } else if (lot.state === "SOLD" || lot.state === "CONTRACTED") {
      await tellOperatorsOnce(tx, lot, "lotUnsigned", `${news.dealId}:${news.kind}`);
    }
  });
}
