import type { Comparison, Encoding } from "./encoding";
import type { MatchModel } from "./model";

/** Fewer listings than this say little about the catalogue at large. */
const LEAST = 300;

/** How like a subject is to the catalogue at large: mean and spread of both measures. */
export interface Background {
  readonly wordsMean: number;
  readonly wordsSpread: number;
  readonly meaningMean: number;
  readonly meaningSpread: number;
}

/** The listings that a subject is held against: a sample of the catalogue, filled up while it is small. */
export function backgroundOf(sample: readonly Encoding[], model: MatchModel): readonly Encoding[] {
  return sample.length >= LEAST ? sample : [...sample, ...model.background];
}

// Spreads below these are accidents of a sample; measured spreads are .01 to .03 and .06 to .12.
const LEAST_WORDS_SPREAD = 0.004;
const LEAST_MEANING_SPREAD = 0.02;

export function measureBackground(
  subject: Comparison,
  background: readonly Encoding[],
): Background {
  const words = spreadOf(background.map((one) => subject.words(one)));
  const meaning = spreadOf(background.map((one) => subject.meaning(one)));
  return {
    wordsMean: words.mean,
    wordsSpread: Math.max(words.spread, LEAST_WORDS_SPREAD),
    meaningMean: meaning.mean,
    meaningSpread: Math.max(meaning.spread, LEAST_MEANING_SPREAD),
  };
}

function spreadOf(values: readonly number[]): { mean: number; spread: number } {
  if (values.length === 0) return { mean: 0, spread: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, spread: Math.sqrt(variance) };
}
