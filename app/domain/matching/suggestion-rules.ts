import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";

/**
 * Version in showings of people who want no suggestions made for them: the newest of the declared
 * fields, nothing was ranked. Such showings say nothing about a ranker.
 */
export const NEWEST_IN_FIELDS = "newest-in-fields";

/** A pair that may be suggested to the side that owns `own`. */
export type SuggestedPair = {
  ownKind: ListingKind;
  ownId: string;
  otherId: string;
};

/** The pair as answers, showings and pages name it. */
export function pairOf({ ownKind, ownId, otherId }: SuggestedPair): {
  needId: string;
  achievementId: string;
} {
  return ownKind === "need"
    ? { needId: ownId, achievementId: otherId }
    : { needId: otherId, achievementId: ownId };
}

/**
 * The first `take` of pairs that come best first, spread over the own listings: each listing's best
 * before any listing's second. A counterpart is named once. The result keeps the given order.
 */
export function fairShare<P extends SuggestedPair>(pairs: readonly P[], take: number): P[] {
  const turns = new Map<string, P[]>();
  for (const pair of pairs) {
    const queue = turns.get(pair.ownId);
    if (queue) queue.push(pair);
    else turns.set(pair.ownId, [pair]);
  }
  const chosen = new Set<P>();
  const named = new Set<string>();
  while (chosen.size < take && turns.size > 0) {
    for (const [ownId, queue] of turns) {
      let pair = queue.shift();
      while (pair && named.has(pair.otherId)) pair = queue.shift();
      if (queue.length === 0) turns.delete(ownId);
      if (!pair) continue;
      named.add(pair.otherId);
      chosen.add(pair);
      if (chosen.size >= take) break;
    }
  }
  return pairs.filter((pair) => chosen.has(pair));
}
