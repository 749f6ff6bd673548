import type { MatchSource } from "#search/match/rank";

/** Ranker and model that stored lists are made by now; lists made by others are stale. */
export function makerOf(source: MatchSource): string {
  return `${source.ranker.version}|${source.model.version}`;
}
