/** A mean over needs, and over how many; null when none could be measured. */
export type Measure = { mean: number | null; count: number };

export type RankerRow = {
  version: string;
  ndcg10: Measure;
  auc: Measure;
  p5: Measure;
  /** Expected calibration error of the estimate, 0 is honest; null without pairs. */
  calibrationError: number | null;
  /**
   * nDCG@10 minus that of the ranker at work, need by need, with its 95 % interval; null for that one
   * itself.
   */
  difference: { mean: number; low: number; high: number; count: number } | null;
};

export type ComparisonView = {
  /** The version at work. */
  current: string;
  pairs: number;
  needs: number;
  /** What the pairs rest on. */
  judgements: number;
  answers: number;
  /** Judged or answered pairs whose inputs were not stored. */
  withoutInputs: number;
  rows: RankerRow[];
};
