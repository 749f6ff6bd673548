/** Pure rules on the figures of a lot. */

const GOVERNMENT_KINDS = new Set(["UNIVERSITY", "RESEARCH_INSTITUTE", "GOVERNMENT_OFFICE"]);
/** Code list "party-natures": 010 government organs, 020–024 public institutions. */
const GOVERNMENT_NATURE = /^0[12]/;

/** A unit of such a kind whose nature is not recorded is taken for a government-run one. */
export function isGovernmentUnit(kind: string, natureCode: string | null): boolean {
  return GOVERNMENT_KINDS.has(kind) && (natureCode === null || GOVERNMENT_NATURE.test(natureCode));
}

/** Least and greatest deposit of a start price by shares in basis points, rounded down to a fen. */
export function depositBounds(
  startPriceFen: bigint,
  minBp: number,
  maxBp: number,
): { minFen: bigint; maxFen: bigint } {
  const share = (bp: number) => (startPriceFen * BigInt(bp)) / 10_000n;
  return { minFen: share(minBp), maxFen: share(maxBp) };
}

/** Lowest start price of a re-run. */
export function lowestRerunPrice(earlierFen: bigint, discountMaxBp: number): bigint {
  return (earlierFen * BigInt(10_000 - discountMaxBp) + 9_999n) / 10_000n;
}

/** A descending price ends above its reserve; all others start at or below it. */
export function isReserveSound(mode: string, startPriceFen: bigint, reserveFen: bigint): boolean {
  return mode === "DESCENDING" ? reserveFen <= startPriceFen : reserveFen >= startPriceFen;
}
