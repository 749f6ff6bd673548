import lexical from "./rankers/lexical-1.json";
import meaning from "./rankers/meaning-2.json";
import type { Contributions, PairInputs, RelevanceBand } from "./types";

/**
 * A version of the ranker: a small readable file of weights. The score of a pair is
 *   words·zWords + meaning·zMeaning + fit·(fit − ½)
 * where z is the distance from the subject's mean over the catalogue at large in units of its spread.
 */
export interface Ranker {
  readonly version: string;
  readonly weights: Contributions;
  /** Chance of level ≥ k is logistic(threshold_k + Σ slope·input); levels 2, 3 and 4. */
  readonly calibration: {
    readonly thresholds: readonly [number, number, number];
    readonly slopes: {
      readonly zWords: number;
      readonly zMeaning: number;
      readonly words: number;
      readonly meaning: number;
    };
  };
  /** What it reached where it was measured, by name. */
  readonly figures: Readonly<Record<string, number>>;
  readonly measuredOn: { readonly zh: string; readonly en: string };
}

const RANKERS: readonly Ranker[] = [meaning as unknown as Ranker, lexical as unknown as Ranker];

/** The ranker at work. */
export const CURRENT_RANKER: Ranker = meaning as unknown as Ranker;

/** All versions that can score a pair, the one at work first. */
export function listRankers(): readonly Ranker[] {
  return RANKERS;
}

export function findRanker(version: string): Ranker | undefined {
  return RANKERS.find((ranker) => ranker.version === version);
}

export interface PairScore {
  /** Order within one list. */
  readonly score: number;
  readonly contributions: Contributions;
  /** Chances that a person would judge the pair at least related (2), strong (3), solved (4). */
  readonly chances: readonly [number, number, number];
}

/** The score of a pair from its stored inputs; the same numbers give the same score for ever. */
export function scorePair(inputs: PairInputs, ranker: Ranker): PairScore {
  const zWords = (inputs.words - inputs.wordsMean) / inputs.wordsSpread;
  const zMeaning = (inputs.meaning - inputs.meaningMean) / inputs.meaningSpread;
  const contributions = {
    words: ranker.weights.words * zWords,
    meaning: ranker.weights.meaning * zMeaning,
    fit: ranker.weights.fit * (inputs.fit - 0.5),
  };
  const { thresholds, slopes } = ranker.calibration;
  const evidence =
    slopes.zWords * zWords +
    slopes.zMeaning * zMeaning +
    slopes.words * inputs.words +
    slopes.meaning * inputs.meaning;
  const chance = (threshold: number) => 1 / (1 + Math.exp(-(threshold + evidence)));
  return {
    score: contributions.words + contributions.meaning + contributions.fit,
    contributions,
    chances: [chance(thresholds[0]), chance(thresholds[1]), chance(thresholds[2])],
  };
}

/** The middle of the estimated judgements: 1 unrelated to 4 solves it. */
export function estimatedLevel(chances: PairScore["chances"]): 1 | 2 | 3 | 4 {
  if (chances[2] >= 0.5) return 4;
  if (chances[1] >= 0.5) return 3;
  return chances[0] >= 0.5 ? 2 : 1;
}

/**
 * Bands of the chance of being related; words for people, who are promised nothing more. The chance was
 * fitted to candidates that an engine had picked; for pairs out of a small catalogue it is too high, so
 * the bands begin late.
 */
export function bandOf(related: number): RelevanceBand {
  if (related >= 0.85) return "high";
  return related >= 0.68 ? "medium" : "low";
}
