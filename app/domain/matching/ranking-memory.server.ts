import type { MatchHint } from "#search/match/hints";
import type { Contributions, FitPart, PairInputs, RelevanceBand, Span } from "#search/match/types";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { Segment } from "./excerpt-rules";

/** Where the words of a pair stand in the two public texts: the subject's own and the candidate's. */
export type PairSpans = {
  own: readonly Span[];
  theirs: readonly Span[];
  nearOwn: readonly Span[];
  nearTheirs: readonly Span[];
};

/** One place of a ranked list: what the ranker said, without anything that depends on the reader. */
export type RankedMatch = {
  id: string;
  /** Other listings with the same title. */
  alsoIds: readonly string[];
  title: string;
  titleSegments: Segment[];
  excerpt: Segment[];
  ownTitleSegments: Segment[];
  ownExcerpt: Segment[];
  phrases: { text: string; share: number }[];
  /** Words that are near each other in meaning: ours and theirs. */
  nearPhrases: { own: string; theirs: string; similarity: number }[];
  inputs: PairInputs;
  contributions: Contributions;
  related: number;
  score: number;
  relevance: number;
  band: RelevanceBand;
  fit: number;
  parts: readonly FitPart[];
  /** What is missing on either side, or would change the result. */
  hints: readonly MatchHint[];
  spans: PairSpans;
  rankerVersion: string;
  /** The running trial and which of its rankers put it here; null while none runs. */
  trial?: { trialId: string; arm: "A" | "B" } | null;
};

/** How long a ranking is shown before it is made again, in milliseconds. */
const KEEP_MS = 120_000;
/** Rankings held at once; about 30 kB each. */
const MAX_RANKINGS = 200;

type Entry = {
  version: number;
  at: number;
  ranking: Promise<RankedMatch[]>;
  value?: RankedMatch[];
};

// Held by age of last use: a Map keeps the order of insertion.
const memory = new Map<string, Entry>();

/**
 * The ranking of one version of a listing, made by `rank` when none is fresh. Readers who come at
 * once share one run; a failed run is forgotten.
 */
export function rememberRanking(
  kind: ListingKind,
  id: string,
  version: number,
  rank: () => Promise<RankedMatch[]>,
): Promise<RankedMatch[]> {
  const key = `${kind}:${id}`;
  const known = memory.get(key);
  if (known && known.version === version && performance.now() - known.at < KEEP_MS) {
    memory.delete(key);
    memory.set(key, known);
    return known.ranking;
  }
  const entry: Entry = { version, at: performance.now(), ranking: rank() };
  memory.delete(key);
  memory.set(key, entry);
  entry.ranking.then(
    (value) => {
      entry.value = value;
    },
    () => {
      if (memory.get(key) === entry) memory.delete(key);
    },
  );
  for (const oldest of memory.keys()) {
    if (memory.size <= MAX_RANKINGS) break;
    memory.delete(oldest);
  }
  return entry.ranking;
}

/** What was said about a pair when it was shown from this process, for the record of the answer. */
export function recallRanking(
  subjectKind: ListingKind,
  pair: { needId: string; achievementId: string },
): { rank: number; rankerVersion: string; score: number; relevance: number; fit: number } | null {
  const [id, otherId] =
    subjectKind === "need" ? [pair.needId, pair.achievementId] : [pair.achievementId, pair.needId];
  const list = memory.get(`${subjectKind}:${id}`)?.value ?? [];
  const index = list.findIndex((one) => one.id === otherId);
  const found = list[index];
  if (!found) return null;
  const { rankerVersion, score, relevance, fit } = found;
  return { rank: index + 1, rankerVersion, score, relevance, fit };
}

/** Forgets everything; for tests and after a rebuild of the index. */
export function forgetRankings(): void {
  memory.clear();
}
