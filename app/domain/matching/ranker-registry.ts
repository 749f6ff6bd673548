import { type PairInputs, RANKER_VERSION } from "#search/match/types";
import type { RankerFigures } from "./quality-view";

export type ScoredPair = {
  /** Order within one need. */
  score: number;
  /** Estimated chance of being related, 0 to 1. */
  related: number;
};

/** Version of the ranker that makes the lists now. */
export function currentRankerVersion(): string {
  return RANKER_VERSION;
}

/** Versions that can score a pair, the one at work first. */
export function rankerVersions(): string[] {
  return [RANKER_VERSION];
}

/** What every version reached when it was measured, as its file says. */
export function rankerFigures(): RankerFigures[] {
  return [{ version: RANKER_VERSION, figures: {} }];
}

/** The score that a version gives to stored inputs; null for a version that is not known any more. */
export function scoreWith(version: string, inputs: PairInputs): ScoredPair | null {
  if (version !== RANKER_VERSION) return null;
  return {
    score: Math.min(1, inputs.wordsTitle * (1 + 0.4 * (inputs.fit - 0.5))),
    related: Math.min(1, 0.35 + 3 * inputs.wordsTitle),
  };
}
