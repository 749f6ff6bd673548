import { DomainError } from "~/domain/shared/domain-error";
import { toYuanText } from "~/domain/shared/money";
import type { DbOrTx } from "~/platform/db.server";
import type { TermSheetContent } from "./term-sheet-schema";
import { findTradeTerms } from "./trade-terms-queries.server";

/**
 * Keeps the price that a trade has found: the winner's price after bidding or award (tendering law
 * art. 46: no deviation), at least the start price where only one buyer came.
 * @throws DomainError "terms_trade_price", "terms_trade_minimum" (422) at the field of the total
 */
export async function assertTradePrice(
  db: DbOrTx,
  dealId: string,
  content: TermSheetContent,
): Promise<void> {
  const trade = await findTradeTerms(db, dealId);
  if (!trade) return;
  const { totalFen } = content.price;
  const total = totalFen === null ? null : BigInt(totalFen);
  const field = "price.totalFen";
  if (trade.priceFen !== null && total !== trade.priceFen) {
    const params = { expected: toYuanText(trade.priceFen) };
    throw new DomainError("terms_trade_price", { status: 422, field, params });
  }
  if (trade.minimumFen !== null && (total === null || total < trade.minimumFen)) {
    const params = { expected: toYuanText(trade.minimumFen) };
    throw new DomainError("terms_trade_minimum", { status: 422, field, params });
  }
}
