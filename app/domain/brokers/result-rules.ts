/** Amount bands in which a broker's results are shown; ends in yuan, lower end included. */
export const AMOUNT_BANDS = [
  "UNKNOWN",
  "UNDER_500K",
  "FROM_500K",
  "FROM_1M",
  "FROM_5M",
  "FROM_10M",
] as const;
export type AmountBand = (typeof AMOUNT_BANDS)[number];

const ENDS: readonly [AmountBand, bigint][] = [
  ["FROM_10M", 1_000_000_000n],
  ["FROM_5M", 500_000_000n],
  ["FROM_1M", 100_000_000n],
  ["FROM_500K", 50_000_000n],
];

/** Band of an amount in fen; zero is a royalty whose amount is not known yet. */
export function amountBand(fen: bigint): AmountBand {
  if (fen <= 0n) return "UNKNOWN";
  return ENDS.find(([, from]) => fen >= from)?.[0] ?? "UNDER_500K";
}

/** Counts below this are not told apart: one or two contracts would name their parties. */
export const SMALLEST_CELL = 3;

/** A count that is shown as it is, or only as "fewer than three". */
export type Cell<K extends string> = { key: K; count: number | null };

/**
 * Counts with the small ones hidden (domain rule 8.5). One hidden cell alone could be found by
 * subtraction from the total, so the next smallest is hidden with it. A small total is hidden with all
 * its cells: the band of a single deal would be its price.
 */
export function suppressSmall<K extends string>(
  counts: readonly { key: K; count: number }[],
): { cells: Cell<K>[]; total: number | null } {
  const present = counts.filter((one) => one.count > 0);
  const total = present.reduce((sum, one) => sum + one.count, 0);
  if (total > 0 && total < SMALLEST_CELL) return { cells: [], total: null };
  const hidden = new Set(present.filter((one) => one.count < SMALLEST_CELL).map((one) => one.key));
  if (hidden.size === 1) {
    const next = present
      .filter((one) => !hidden.has(one.key))
      .sort((a, b) => a.count - b.count || (a.key < b.key ? -1 : 1))[0];
    if (next) hidden.add(next.key);
  }
  return {
    cells: present.map(({ key, count }) => ({ key, count: hidden.has(key) ? null : count })),
    total,
  };
}
