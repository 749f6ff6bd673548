import type { PairInputs } from "#search/match/types";

const KEYS = Object.keys({
  words: true,
  meaning: true,
  wordsMean: true,
  wordsSpread: true,
  meaningMean: true,
  meaningSpread: true,
  fit: true,
} satisfies Record<keyof PairInputs, true>);

/** Stored inputs of a pair, or null when they are not complete: an early record has none. */
export function readInputs(stored: unknown): PairInputs | null {
  if (typeof stored !== "object" || stored === null) return null;
  const values = stored as Record<string, unknown>;
  return KEYS.every((key) => typeof values[key] === "number") ? (stored as PairInputs) : null;
}
