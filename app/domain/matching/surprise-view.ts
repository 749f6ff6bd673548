/** A judgement far from what the ranker had estimated. */
export type Surprise = {
  id: string;
  href: string;
  needTitle: string;
  achievementTitle: string;
  level: 1 | 2 | 3 | 4;
  reason: string;
  /** Estimated chance of being related, 0 to 1. */
  related: number;
  rankerVersion: string | null;
};
