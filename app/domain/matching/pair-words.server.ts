import { EngineUnavailable } from "#search/engine";
import { scoreListings } from "#search/match/rank";
import { loadReferences } from "#search/sync/references";
import { loadMatchListing } from "#search/sync/rows";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { matchSource } from "~/platform/search.server";
import type { SuggestedPair } from "./suggestion-rules";

export type PairWords = { words: string[]; nearWords: { own: string; theirs: string }[] };

/** Words named for one pair. */
const MAX_WORDS = 4;
const NOTHING: PairWords = { words: [], nearWords: [] };

/**
 * The words in which each pair meets, in the order given, found in the two public texts as they are
 * now. Without the search engine, which keeps how rare words are, there are none.
 */
export async function pairWords(db: Db, pairs: readonly SuggestedPair[]): Promise<PairWords[]> {
  if (pairs.length === 0) return [];
  const references = await loadReferences(db);
  const listings = new Map<string, ReturnType<typeof loadMatchListing>>();
  const load = (kind: ListingKind, id: string) => {
    const known = listings.get(id) ?? loadMatchListing(db, kind, id, references);
    listings.set(id, known);
    return known;
  };
  try {
    const source = await matchSource(clock.now());
    return await Promise.all(
      pairs.map(async ({ ownKind, ownId, otherId }) => {
        const [own, other] = await Promise.all([
          load(ownKind, ownId),
          load(ownKind === "need" ? "achievement" : "need", otherId),
        ]);
        if (!own || !other) return NOTHING;
        const otherKind = ownKind === "need" ? "achievement" : "need";
        const [match] = await scoreListings(ownKind, otherKind, own, [other], source);
        return {
          words: (match?.phrases ?? []).slice(0, MAX_WORDS).map((one) => one.phrase),
          nearWords: (match?.nearPhrases ?? [])
            .slice(0, MAX_WORDS)
            .map((one) => ({ own: one.subject, theirs: one.candidate })),
        };
      }),
    );
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    return pairs.map(() => NOTHING);
  }
}
