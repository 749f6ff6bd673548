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

/** What orders suggestions: the larger `order` first, then the larger score, then by ids. */
export type SortedPair = SuggestedPair & { order: number; score: number };

/** For sorting suggestions, the best first. */
export function comparePairs(a: SortedPair, b: SortedPair): number {
  const byIds = () => (`${a.otherId}${a.ownId}` < `${b.otherId}${b.ownId}` ? -1 : 1);
  return b.order - a.order || b.score - a.score || byIds();
}

/** A place in the order, for the address of the next page; it holds when pairs before it are gone. */
export function placeAfter(pair: SortedPair): string {
  return [pair.order, pair.score, pair.otherId, pair.ownId].join("_");
}

/** Index of the first pair after a place; 0 for a place that cannot be read. */
export function indexAfter(pairs: readonly SortedPair[], place: string | null): number {
  const [order, score, otherId = "", ownId = ""] = (place ?? "").split("_");
  const at = {
    ownKind: "need" as const,
    order: Number(order),
    score: Number(score),
    otherId,
    ownId,
  };
  if (!ownId || !Number.isFinite(at.order) || !Number.isFinite(at.score)) return 0;
  const isSame = (pair: SortedPair) => pair.otherId === otherId && pair.ownId === ownId;
  const index = pairs.findIndex((pair) => !isSame(pair) && comparePairs(pair, at) > 0);
  return index < 0 ? pairs.length : index;
}

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
