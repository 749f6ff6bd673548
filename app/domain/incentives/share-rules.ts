/** A rate or share in millionths, so that 0.03 % stays exact. */
const MILLION = 1_000_000n;

/** @throws RangeError for what is no rate from 0 upwards with at most six decimals */
export function toMillionths(rate: number): bigint {
  const millionths = Math.round(rate * 1_000_000);
  if (!(rate >= 0) || Math.abs(millionths - rate * 1_000_000) > 1e-6) {
    throw new RangeError(`not a rate: ${rate}`);
  }
  return BigInt(millionths);
}

/** Share of an amount of at least 0, rounded to the fen, half a fen upwards. */
export function shareOf(fen: bigint, millionths: bigint): bigint {
  return (fen * millionths + MILLION / 2n) / MILLION;
}

/** Product of two shares, e.g. 25 % × 50 %; exact for shares with up to three decimals. */
export function productOf(a: bigint, b: bigint): bigint {
  return (a * b) / MILLION;
}

/** The net amount within one that holds a tax of this rate, rounded to the fen, half upwards. */
export function withoutTax(fen: bigint, millionths: bigint): bigint {
  const whole = MILLION + millionths;
  return (fen * MILLION + whole / 2n) / whole;
}

export function atLeastZero(fen: bigint): bigint {
  return fen > 0n ? fen : 0n;
}
