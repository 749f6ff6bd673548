import { measureBackground } from "./background";
import { Comparison, unpack } from "./encoding";
import { fitParts, fitScore } from "./fit";
import { encodeAll, packListing } from "./model";
import type { MatchSource } from "./rank";
import { scorePair } from "./rankers";
import type { MatchListing, PairInputs } from "./types";

export interface PairEstimate {
  readonly rankerVersion: string;
  readonly score: number;
  /** Estimated chance that a person would call the pair related, 0 to 1. */
  readonly related: number;
  readonly inputs: PairInputs;
}

/**
 * What the ranker makes of a need and an achievement, however little they have in common: lists leave
 * such pairs out, but whether the estimate is honest shows on them too.
 * @throws EngineUnavailable
 */
export async function estimatePair(
  need: MatchListing,
  achievement: MatchListing,
  source: MatchSource,
): Promise<PairEstimate> {
  const { model, ranker, now } = source;
  const [subject, other] = await encodeAll([need, achievement], model);
  const encoding = other && unpack(packListing(other, model));
  if (subject === undefined || !encoding) throw new Error("two listings have two encodings");
  const comparison = new Comparison(subject.vector, subject.units);
  const background = measureBackground(comparison, await source.background("achievement"));
  const inputs: PairInputs = {
    words: comparison.words(encoding),
    meaning: comparison.meaning(encoding),
    ...background,
    fit: fitScore(fitParts(need, achievement, now)),
  };
  const { score, chances } = scorePair(inputs, ranker);
  return { rankerVersion: ranker.version, score, related: chances[0], inputs };
}
