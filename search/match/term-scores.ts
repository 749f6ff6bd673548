import { askEngine, indexUid, type ListingKind, multiSearch, type SearchEngine } from "../engine";
import type { TermStatistics } from "./statistics";
import { selectTerms, selectTitlePairs } from "./terms";
import type { MatchListing } from "./types";

const TERMS = 20;
const TITLE_PAIRS = 8;
const HITS_PER_TERM = 100;

// Never the pinyin field: the initials of one word are another word in Latin letters.
const SEARCHED = ["title", "titleFolded", "titleEn", "keywords", "summary", "body"];

export interface TermScore {
  readonly id: string;
  /** Sum of the rarities of the words found; comparable within one answer only. */
  readonly score: number;
}

/**
 * Finds by words where a search by all words finds too little: one query a word, because Meilisearch looks at the first ten words of a query only and
 * wants them all; the lists are added up here, a word counting by its rarity. Pairs of title
 * characters against `titleSpaced` find words inside longer words.
 */
export async function scoreByTerms(
  wanted: ListingKind,
  subject: Pick<MatchListing, "title" | "text">,
  source: { readonly engine: SearchEngine; readonly statistics: TermStatistics },
): Promise<TermScore[]> {
  const uid = indexUid(source.engine, wanted);
  const words = selectTerms(subject.title, subject.text, source.statistics, TERMS);
  const pairs = selectTitlePairs(subject.title, source.statistics, TITLE_PAIRS);
  const terms = [
    ...words.map((term) => ({ term, q: term.text, attributesToSearchOn: SEARCHED })),
    ...pairs.map((term) => ({ term, q: `"${term.text}"`, attributesToSearchOn: ["titleSpaced"] })),
  ];
  if (terms.length === 0) return [];
  const answers = await askEngine(() =>
    multiSearch<{ id: string }>(
      source.engine,
      terms.map(({ q, attributesToSearchOn }) => ({
        indexUid: uid,
        q,
        attributesToSearchOn,
        attributesToRetrieve: ["id"],
        limit: HITS_PER_TERM,
        matchingStrategy: "all" as const,
      })),
    ),
  );
  const totals = new Map<string, number>();
  answers.forEach((result, index) => {
    const weight = terms[index]?.term.weight ?? 0;
    result.hits.forEach((hit, place) => {
      const { id } = hit;
      totals.set(id, (totals.get(id) ?? 0) + weight * (1 - place / (2 * HITS_PER_TERM)));
    });
  });
  return [...totals]
    .map(([id, score]) => ({ id, score }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
