/** The whole of a deal, in basis points. */
export const FULL_SHARE_BP = 10_000;

/** Part of an amount in fen, rounded down to the fen. */
export function partOf(amountFen: bigint, shareBp: number): bigint {
  return (amountFen * BigInt(shareBp)) / BigInt(FULL_SHARE_BP);
}

/** What is left to be given to a broker of the deal. */
export function freeShareBp(given: readonly number[]): number {
  return FULL_SHARE_BP - given.reduce((sum, one) => sum + one, 0);
}
