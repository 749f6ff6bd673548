import type { DossierFacts } from "./dossier-facts-schema";

type Amounts = DossierFacts["amounts"];

export type AmountFault =
  | "price_missing"
  | "technical_out_of_range"
  | "instalments_differ"
  | "approved_out_of_range"
  | "items_differ";

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, one) => total + one, 0n);

/** Sum of the itemised non-technical costs, in fen. */
export function nonTechnicalFen(amounts: Pick<Amounts, "nonTechnical">): bigint {
  return sum(amounts.nonTechnical.map((item) => item.amountFen));
}

/**
 * Technical amount as the total less equipment, instruments, parts and materials (rule 52 of 2001);
 * a reasonable quantity of carriers is not an item and not deducted (rule 19).
 * @returns null when the items are more than the total
 */
export function deriveTechnicalFen(
  totalFen: bigint,
  items: Pick<Amounts, "nonTechnical">,
): bigint | null {
  const rest = totalFen - nonTechnicalFen(items);
  return rest < 0n ? null : rest;
}

/**
 * Faults of the amounts by rules 51–53: a clear price, 0 < technical <= total, instalments that sum
 * to the total, items that sum to what is not technical, approved income within the technical
 * amount. A royalty that cannot be summed yet leaves both amounts open; its price must be clear.
 */
export function findAmountFaults(amounts: Amounts): AmountFault[] {
  const { totalFen, technicalFen } = amounts;
  const faults: AmountFault[] = [];
  if (totalFen === null || technicalFen === null) {
    if (amounts.isPriceClear !== true || totalFen !== technicalFen) faults.push("price_missing");
    return faults;
  }
  if (amounts.isPriceClear === false || totalFen === 0n) faults.push("price_missing");
  if (technicalFen <= 0n || technicalFen > totalFen) faults.push("technical_out_of_range");
  if (amounts.instalmentsFen.length > 0 && sum(amounts.instalmentsFen) !== totalFen) {
    faults.push("instalments_differ");
  }
  if (amounts.approvedIncomeFen !== null && amounts.approvedIncomeFen > technicalFen) {
    faults.push("approved_out_of_range");
  }
  if (nonTechnicalFen(amounts) !== totalFen - technicalFen) faults.push("items_differ");
  return faults;
}

/** Technical share of the total in basis points, rounded down; null without amounts. */
export function technicalShareBp({
  totalFen,
  technicalFen,
}: Pick<Amounts, "totalFen" | "technicalFen">): number | null {
  if (!totalFen || technicalFen === null) return null;
  return Number((technicalFen * 10_000n) / totalFen);
}
