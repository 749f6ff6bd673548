import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";
import type { BanPolicy } from "./strike-rules";

/** The dated figures of strikes and bans that are in force at an instant. */
export async function getBanPolicy(db: DbOrTx, on: Date): Promise<BanPolicy> {
  return {
    strikesForBan: await getPolicyNumber(db, "market.trade.strikes_for_ban", on),
    strikeMonths: await getPolicyNumber(db, "market.trade.strike_months", on),
    banMonths: await getPolicyNumber(db, "market.trade.ban_months", on),
  };
}
