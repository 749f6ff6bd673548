/**
 * Two-sided exact sign test: the chance of a split at least as uneven as this one if both were as good.
 * Ties are left out by the caller. 1 when nobody won anything. Whole numbers, 0 and above.
 */
export function signTest(winsA: number, winsB: number): number {
  const total = winsA + winsB;
  const fewer = Math.min(winsA, winsB);
  if (total === 0 || winsA === winsB) return 1;
  // Sum of binomial chances 0 … fewer, in logarithms: 2^-total is 0 from about 1,075 on.
  let logChance = -total * Math.LN2;
  let tail = Math.exp(logChance);
  for (let wins = 1; wins <= fewer; wins++) {
    logChance += Math.log((total - wins + 1) / wins);
    tail += Math.exp(logChance);
  }
  return Math.min(1, 2 * tail);
}
