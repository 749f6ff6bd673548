export type TrialArm = {
  version: string;
  /** Places shown. */
  places: number;
  /** Credited: places whose side was interested, and pairs judged level 3 and above. */
  interested: number;
  strong: number;
};

export type TrialResult = {
  id: string;
  startedAt: string;
  endedAt: string | null;
  a: TrialArm;
  b: TrialArm;
  /** Listings for whose list one ranker got more credit than the other. */
  wonByA: number;
  wonByB: number;
  even: number;
  /** Two-sided sign test over listings; null while too few were decided. */
  chance: number | null;
  minimum: number;
};
