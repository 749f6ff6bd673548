import type { QualityFigures, Share } from "./quality-view";

/** Weeks that the public figures cover. */
export const QUALITY_WEEKS = 26;
/** Places at the top of a list whose precision is told. */
export const TOP_PLACES = 5;

/** Counts of one week as events give them. */
export type WeekCounts = {
  shown: number;
  answered: number;
  answeredInFive: number;
  interestedInFive: number;
  judgedInFive: number;
  strongInFive: number;
  concluded: number;
  repliedInTime: number;
  estimates: number;
  related: number;
  /** Sum of the estimates, not their mean: weeks are added up. */
  estimatedSum: number;
};

export const NO_COUNTS: WeekCounts = {
  shown: 0,
  answered: 0,
  answeredInFive: 0,
  interestedInFive: 0,
  judgedInFive: 0,
  strongInFive: 0,
  concluded: 0,
  repliedInTime: 0,
  estimates: 0,
  related: 0,
  estimatedSum: 0,
};

export function addCounts(all: readonly WeekCounts[]): WeekCounts {
  const sum = { ...NO_COUNTS };
  for (const one of all) {
    for (const key of Object.keys(sum) as (keyof WeekCounts)[]) sum[key] += one[key];
  }
  return sum;
}

/** A share with its base; no rate below the minimum, because a few answers are an accident. */
export function shareOf(count: number, of: number, minimum: number): Share {
  return { count, of, rate: of > 0 && of >= minimum ? count / of : null };
}

export function figuresOf(counts: WeekCounts, minimum: number): QualityFigures {
  const related = shareOf(counts.related, counts.estimates, minimum);
  return {
    answered: shareOf(counts.answered, counts.shown, minimum),
    interestedInFive: shareOf(counts.interestedInFive, counts.answeredInFive, minimum),
    strongInFive: shareOf(counts.strongInFive, counts.judgedInFive, minimum),
    repliedInTime: shareOf(counts.repliedInTime, counts.concluded, minimum),
    related,
    estimated: related.rate === null ? null : counts.estimatedSum / counts.estimates,
  };
}

/** Figures of a ranker's file that the page knows how to name. */
export const FIGURE_KEYS = ["ndcg10", "auc", "p5", "recall50", "recall200", "contest"] as const;
