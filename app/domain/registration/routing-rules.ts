import { regionPrefix } from "~/domain/identity/region-rules";

export type DelegationRow = {
  id: string;
  officeId: string;
  regionCode: string;
  /** Contracts strictly below it; null: any amount. */
  belowFen: bigint | null;
  /** Dates YYYY-MM-DD; both days belong to the term. */
  validFrom: string;
  validTo: string | null;
};

type Matter = {
  /** Division of the seller, GB/T 2260. */
  regionCode: string;
  /** Null while a royalty cannot be summed: only an unlimited delegation covers it. */
  totalFen: bigint | null;
  on: string;
};

const covers = (row: DelegationRow, { regionCode, totalFen, on }: Matter) =>
  regionCode.startsWith(regionPrefix(row.regionCode)) &&
  row.validFrom <= on &&
  (row.validTo ?? "9999") >= on &&
  (row.belowFen === null || (totalFen !== null && totalFen < row.belowFen));

/**
 * The delegation that a contract falls under: the narrowest region that covers the seller's, in it
 * the smallest limit that the amount stays below, then the newest; null when none is in force.
 */
export function routeRegistration(
  matter: Matter,
  delegations: readonly DelegationRow[],
): DelegationRow | null {
  const candidates = delegations.filter((row) => covers(row, matter));
  candidates.sort((a, b) => {
    const narrow = regionPrefix(b.regionCode).length - regionPrefix(a.regionCode).length;
    if (narrow !== 0) return narrow;
    if (a.belowFen !== b.belowFen) {
      if (a.belowFen === null) return 1;
      if (b.belowFen === null) return -1;
      return a.belowFen < b.belowFen ? -1 : 1;
    }
    return b.validFrom.localeCompare(a.validFrom) || a.id.localeCompare(b.id);
  });
  return candidates[0] ?? null;
}
