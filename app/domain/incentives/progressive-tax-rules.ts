import type { TaxBracket } from "./policy-parameter-rules";
import { shareOf } from "./share-rules";

/** Tax on a yearly taxable income by brackets in rising order; rounded to the fen in each bracket. */
export function progressiveTax(brackets: readonly TaxBracket[], income: bigint): bigint {
  let tax = 0n;
  let lower = 0n;
  for (const { upToFen, rate } of brackets) {
    if (income <= lower) break;
    const upper = upToFen === null || income < upToFen ? income : upToFen;
    tax += shareOf(upper - lower, rate);
    lower = upper;
  }
  return tax;
}
