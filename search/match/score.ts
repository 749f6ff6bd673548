import type { ListingKind } from "../engine";
import { foldSameLength } from "../text/normalise";
import type { Background } from "./background";
import type { Comparison, Encoding } from "./encoding";
import { sharedPhrases } from "./explain";
import { fitParts, fitScore } from "./fit";
import type { EncodedListing, MatchModel } from "./model";
import { nearPhrases, wordVectors } from "./near";
import { bandOf, type Ranker, scorePair } from "./rankers";
import { listingVector } from "./relevance";
import type { Match, MatchListing, PairInputs } from "./types";

// A place in the list that nothing explains rests on stray characters (起球 and 微球).
const LEAST_EXPLAINED = 0.06;
// Below this chance a place in the list wastes its reader's time.
const LEAST_RELATED = 0.4;

/** A candidate with what the texts say; fit is not known yet and counts as ½. */
export interface ScoredCandidate {
  readonly id: string;
  readonly title: string;
  readonly publishedAt: number;
  readonly inputs: PairInputs;
  readonly score: number;
  /** Other listings with the same title that were merged into this one. */
  readonly alsoIds: readonly string[];
}

type Candidate = Pick<ScoredCandidate, "id" | "title" | "publishedAt"> & {
  readonly encoding: Encoding;
};

/** Orders candidates by their texts, best first, and merges equal titles. Pure. */
export function orderCandidates(
  subject: Comparison,
  candidates: readonly Candidate[],
  background: Background,
  ranker: Ranker,
): ScoredCandidate[] {
  const scored = candidates.map((candidate) => {
    const inputs: PairInputs = {
      words: subject.words(candidate.encoding),
      meaning: subject.meaning(candidate.encoding),
      ...background,
      fit: 0.5,
    };
    const { id, title, publishedAt } = candidate;
    return { id, title, publishedAt, inputs, score: scorePair(inputs, ranker).score };
  });
  return mergeEqualTitles(scored.sort(byScore));
}

function byScore(
  a: { score: number; publishedAt: number; id: string },
  b: { score: number; publishedAt: number; id: string },
): number {
  return b.score - a.score || b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1);
}

/** Keeps the best of several listings with the same title; the others stay reachable through alsoIds. */
function mergeEqualTitles<T extends { id: string; title: string }>(
  sorted: readonly T[],
): (T & { alsoIds: string[] })[] {
  const first = new Map<string, T & { alsoIds: string[] }>();
  for (const entry of sorted) {
    const key = titleKey(entry.title);
    const best = first.get(key);
    if (best === undefined) first.set(key, { ...entry, alsoIds: [] });
    else best.alsoIds.push(entry.id);
  }
  return [...first.values()];
}

/** Titles that differ in nothing but case, width, script and punctuation are equal. */
export function titleKey(title: string): string {
  return foldSameLength(title).replace(/[^\p{L}\p{N}]/gu, "");
}

export interface ExplainContext {
  readonly subjectKind: ListingKind;
  readonly wantedKind: ListingKind;
  readonly subject: MatchListing;
  readonly encoded: EncodedListing;
  readonly model: MatchModel;
  readonly ranker: Ranker;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Adds fit and reasons to the best candidates and puts them into their final order. A candidate that
 * shares no word with the subject and has no word near one of it is left out: nobody could say why
 * it stands there.
 */
export function explainCandidates(
  scored: readonly ScoredCandidate[],
  listings: ReadonlyMap<string, MatchListing>,
  context: ExplainContext,
  limit: number,
): Match[] {
  const { subject, model, ranker } = context;
  const withFit = scored
    .flatMap((entry) => {
      const candidate = listings.get(entry.id);
      if (candidate === undefined) return [];
      const parts = partsOf(context, candidate);
      const inputs = { ...entry.inputs, fit: fitScore(parts) };
      const { score, contributions, chances } = scorePair(inputs, ranker);
      const { id, publishedAt, alsoIds } = entry;
      return [
        { id, publishedAt, alsoIds, candidate, parts, inputs, score, contributions, chances },
      ];
    })
    .sort(byScore);
  const subjectWords = wordVectors(subject, model);
  const matches: Match[] = [];
  for (const entry of withFit) {
    if (matches.length >= limit) break;
    const { candidate, inputs } = entry;
    const [related] = entry.chances;
    if (related < LEAST_RELATED) continue;
    const phrases = sharedPhrases(
      subject,
      candidate,
      {
        subject: context.encoded.units,
        candidate: listingVector(candidate, model.statistics),
        relevance: inputs.words,
      },
      model.statistics,
    );
    const near = nearPhrases(subject, candidate, subjectWords, model);
    const explained = phrases.reduce((sum, phrase) => sum + phrase.share, 0);
    if (explained < LEAST_EXPLAINED && near.length === 0) continue;
    matches.push({
      candidate,
      alsoIds: entry.alsoIds,
      score: entry.score,
      relevance: Math.min(1, (inputs.words + Math.max(0, inputs.meaning)) / 2),
      band: bandOf(related),
      fit: inputs.fit,
      fitParts: entry.parts,
      inputs,
      contributions: entry.contributions,
      related,
      phrases,
      nearPhrases: near,
      rankerVersion: ranker.version,
    });
  }
  return matches;
}

/** Terms are compared between a need and an achievement only. */
function partsOf({ subjectKind, wantedKind, subject, now }: ExplainContext, other: MatchListing) {
  if (subjectKind === wantedKind) return [];
  return subjectKind === "need" ? fitParts(subject, other, now) : fitParts(other, subject, now);
}
