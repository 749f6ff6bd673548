import type { Prisma } from "#prisma/client/client";
import type { Tx } from "~/platform/db.server";
import { hashOfRules } from "./hash-of-rules.server";
import type { LotRow } from "./lot-rows.server";
import { makeAuctionRules } from "./make-auction-rules.server";

/** Writes the rules and their hash to the lot, in the transaction that announces it. */
export async function freezeRules(tx: Tx, lot: LotRow, now: Date): Promise<string> {
  const rules = await makeAuctionRules(tx, lot, now);
  const rulesHash = hashOfRules(rules);
  await tx.lot.update({
    where: { id: lot.id },
    data: { rules: rules as Prisma.InputJsonObject, rulesHash },
  });
  return rulesHash;
}
