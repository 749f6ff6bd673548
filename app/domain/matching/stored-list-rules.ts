import type { PairInputs } from "#search/match/types";

/** One place of a stored list, without its number. */
export type StoredPlace = {
  otherId: string;
  score: number;
  relevance: number;
  fit: number;
  related: number;
  inputs: PairInputs;
};

/**
 * A list, best first, with one listing put where its score belongs, whether it stood there before or
 * not; at most `depth` places. Null when nothing changes.
 */
export function enterList(
  list: readonly StoredPlace[],
  place: StoredPlace,
  depth: number,
): StoredPlace[] | null {
  const before = list.find((one) => one.otherId === place.otherId);
  if (before?.score === place.score) return null;
  const others = list.filter((one) => one.otherId !== place.otherId);
  const at = others.findIndex((one) => one.score < place.score);
  const next = at < 0 ? [...others, place] : [...others.slice(0, at), place, ...others.slice(at)];
  if (before === undefined && at < 0 && list.length >= depth) return null;
  return next.slice(0, depth);
}
