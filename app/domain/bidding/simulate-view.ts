/** A middle and its borders: nine of ten runs stay below `p90`, one of ten below `p10`. */
export type Spread = { p10: number; median: number; p90: number };

/** What the simulated runs add up to. Amounts are texts of fen. */
export type SimulationReport = {
  runs: number;
  /** Fewer runs than asked: the time limit was reached. */
  isCut: boolean;
  milliseconds: number;
  sold: number;
  noBid: number;
  belowReserve: number;
  /** From the start of bidding to its end. */
  seconds: Spread;
  /** Of sold runs: price above the start price in basis points; null when none was sold. */
  premiumBp: Spread | null;
  medianPriceFen: string | null;
  extensions: { mean: number; p90: number };
  bids: { mean: number };
  /** Bidders who paid the deposit and took part. */
  takingPart: { mean: number };
  /** Prices of sold runs in classes of equal width, from the lowest to the highest. */
  histogram: readonly { fromFen: string; toFen: string; count: number }[];
  /** Runs that failed only because of the reserve: what the best bid was; null without such runs. */
  reserve: { medianMissedFen: string; medianShortBp: number } | null;
};
