import { CURRENT_RANKER, findRanker, listRankers, scorePair } from "#search/match/rankers";
import type { PairInputs } from "#search/match/types";
import type { RankerFigures } from "./quality-view";

export type ScoredPair = {
  /** Order within one need. */
  score: number;
  /** Estimated chance of being related, 0 to 1. */
  related: number;
};

/** Version of the ranker that makes the lists now. */
export function currentRankerVersion(): string {
  return CURRENT_RANKER.version;
}

/** Versions that can score a pair, the one at work first. */
export function rankerVersions(): string[] {
  return listRankers().map((ranker) => ranker.version);
}

/** What every version reached where it was measured, as its file says. */
export function rankerFigures(): RankerFigures[] {
  return listRankers().map(({ version, figures, measuredOn }) => ({
    version,
    figures: { ...figures },
    measuredOn,
  }));
}

/** The score that a version gives to stored inputs; null for a version that is not known any more. */
export function scoreWith(version: string, inputs: PairInputs): ScoredPair | null {
  const ranker = findRanker(version);
  if (!ranker) return null;
  const { score, chances } = scorePair(inputs, ranker);
  return { score, related: chances[0] };
}
