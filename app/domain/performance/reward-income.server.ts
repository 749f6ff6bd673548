import type { DbOrTx } from "~/platform/db.server";
import { sum } from "./plan-adjust-rules";
import { dateText } from "./plan-rows.server";

export type RewardIncome = {
  /** Confirmed payments of the contract. */
  confirmedFen: bigint;
  /** What earlier sheets, confirmed or paid, have shared out. */
  distributedFen: bigint;
  /** What is there to be shared out. */
  availableFen: bigint;
  /** Day of the first payment that is not shared out yet; null without one. */
  firstPaidOn: string | null;
};

/**
 * Income of a contract that waits to be shared out. Payments are counted from the oldest on, so the
 * first one that earlier sheets do not cover starts the period within which the reward must be paid.
 */
export async function findRewardIncome(
  db: DbOrTx,
  contractId: string,
  exceptSheetId: string | null = null,
): Promise<RewardIncome> {
  const proofs = await db.paymentProof.findMany({
    where: { confirmedAt: { not: null }, instalment: { contractId, state: "CONFIRMED" } },
    orderBy: [{ paidOn: "asc" }, { id: "asc" }],
    select: { amountFen: true, paidOn: true },
  });
  const earlier = await db.rewardSheet.findMany({
    where: {
      contractId,
      state: { in: ["CONFIRMED", "PAID"] },
      ...(exceptSheetId ? { id: { not: exceptSheetId } } : {}),
    },
    select: { revenueFen: true },
  });
  const confirmedFen = sum(proofs.map((one) => one.amountFen));
  const distributedFen = sum(earlier.map((one) => one.revenueFen));
  let covered = distributedFen;
  const first = proofs.find((one) => {
    if (covered < one.amountFen) return true;
    covered -= one.amountFen;
    return false;
  });
  return {
    confirmedFen,
    distributedFen,
    availableFen: confirmedFen > distributedFen ? confirmedFen - distributedFen : 0n,
    firstPaidOn: dateText(first?.paidOn ?? null),
  };
}
