/** Shares are in basis points of the whole; a list of shares must make 10,000. */
export const WHOLE_BP = 10_000;

/** The whole as its shares make it, or null when they do not make a whole. */
export function isWhole(sharesBp: readonly number[]): boolean {
  return (
    sharesBp.length > 0 &&
    sharesBp.every((one) => Number.isInteger(one) && one >= 1) &&
    sharesBp.reduce((total, one) => total + one, 0) === WHOLE_BP
  );
}

/**
 * Divides an amount by shares without losing or making a fen: each gets its part rounded down, and
 * what is left goes one fen each to the largest remainders, earlier entries first among equals.
 * @throws RangeError when the shares do not make a whole or the amount is negative
 */
export function divideFen(totalFen: bigint, sharesBp: readonly number[]): bigint[] {
  if (!isWhole(sharesBp)) throw new RangeError("the shares do not make a whole");
  if (totalFen < 0n) throw new RangeError("a negative amount cannot be divided");
  const whole = BigInt(WHOLE_BP);
  const exact = sharesBp.map((share, at) => {
    const product = totalFen * BigInt(share);
    return { at, fen: product / whole, remainder: product % whole };
  });
  let left = totalFen - exact.reduce((total, one) => total + one.fen, 0n);
  const byRemainder = [...exact].sort((a, b) =>
    a.remainder === b.remainder ? a.at - b.at : a.remainder > b.remainder ? -1 : 1,
  );
  for (const one of byRemainder) {
    if (left === 0n) break;
    one.fen += 1n;
    left -= 1n;
  }
  return exact.map((one) => one.fen);
}

/** A name with everything but its first character hidden: "张三丰" becomes "张**". */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  return characters.map((one, at) => (at === 0 ? one : "*")).join("");
}
