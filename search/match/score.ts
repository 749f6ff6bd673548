import { foldSameLength } from "../text/normalise";
import { sharedPhrases } from "./explain";
import { fitParts, fitScore } from "./fit";
import { cosine, listingVector } from "./relevance";
import type { TermStatistics } from "./statistics";
import {
  type Match,
  type MatchListing,
  type MatchOptions,
  RANKER_VERSION,
  type RelevanceBand,
} from "./types";

export const DEFAULT_LIMIT = 20;

// Below this cosine two texts share only function words.
const RELEVANCE_FLOOR = 0.03;
// A place in the list that no shared phrase explains rests on stray characters (起球 and 微球).
const MIN_EXPLAINED = 0.1;
// Fit moves a place in the list by at most a fifth: it may not lift a text that is about something else.
const FIT_INFLUENCE = 0.4;

/**
 * Bands of the cosine. Of 8,164 judged pairs (achievement titles only) nine in ten above .16 were
 * judged related and four in five between .06 and .16; strongly related were 31 % and 16 %. The
 * labels therefore say how much the texts have in common and promise nothing else.
 */
const HIGH = 0.16;
const MEDIUM = 0.06;

export function bandOf(relevance: number): RelevanceBand {
  if (relevance >= HIGH) return "high";
  return relevance >= MEDIUM ? "medium" : "low";
}

/** Orders candidates for a subject, merges equal titles and explains the places that are shown. Pure. */
export function scoreCandidates(
  subjectKind: "need" | "achievement",
  subject: MatchListing,
  candidates: readonly MatchListing[],
  statistics: TermStatistics,
  now: number,
  options: MatchOptions = {},
): Match[] {
  const subjectVector = listingVector(subject, statistics);
  const excluded = new Set(options.excludeIds ?? []);
  const scored = candidates
    .filter((candidate) => candidate.id !== subject.id && !excluded.has(candidate.id))
    .filter(
      (candidate) =>
        !options.excludeOrganisationId ||
        candidate.organisationId !== options.excludeOrganisationId,
    )
    .map((candidate) => {
      const vector = listingVector(candidate, statistics);
      const relevance = cosine(subjectVector, vector);
      const parts =
        subjectKind === "need"
          ? fitParts(subject, candidate, now)
          : fitParts(candidate, subject, now);
      const fit = fitScore(parts);
      const score = Math.min(1, relevance * (1 + FIT_INFLUENCE * (fit - 0.5)));
      return { candidate, vector, relevance, parts, fit, score, alsoIds: [] as string[] };
    })
    .filter((entry) => entry.relevance >= RELEVANCE_FLOOR)
    .sort(
      (a, b) =>
        b.score - a.score ||
        (b.candidate.publishedAt ?? 0) - (a.candidate.publishedAt ?? 0) ||
        (a.candidate.id < b.candidate.id ? -1 : 1),
    );
  const matches: Match[] = [];
  for (const entry of mergeEqualTitles(scored)) {
    if (matches.length >= (options.limit ?? DEFAULT_LIMIT)) break;
    const phrases = sharedPhrases(
      subject,
      entry.candidate,
      { subject: subjectVector, candidate: entry.vector, relevance: entry.relevance },
      statistics,
    );
    const explained = phrases.reduce((sum, phrase) => sum + phrase.share, 0);
    if (explained < MIN_EXPLAINED) continue;
    matches.push({
      candidate: entry.candidate,
      alsoIds: entry.alsoIds,
      score: entry.score,
      relevance: entry.relevance,
      band: bandOf(entry.relevance),
      fit: entry.fit,
      fitParts: entry.parts,
      inputs: {
        wordsTitle: entry.relevance,
        wordsText: entry.relevance,
        meaning: 0,
        wordsMean: 0,
        wordsSpread: 1,
        meaningMean: 0,
        meaningSpread: 1,
        fit: entry.fit,
      },
      contributions: { words: entry.relevance, meaning: 0, fit: entry.score - entry.relevance },
      related: Math.min(1, 0.35 + 3 * entry.relevance),
      phrases,
      nearPhrases: [],
      rankerVersion: RANKER_VERSION,
    });
  }
  return matches;
}

/** Keeps the best of several listings with the same title; the others stay reachable through alsoIds. */
function mergeEqualTitles<T extends { candidate: MatchListing; alsoIds: string[] }>(
  sorted: readonly T[],
): T[] {
  const first = new Map<string, T>();
  for (const entry of sorted) {
    const key = foldSameLength(entry.candidate.title).replace(/[^\p{L}\p{N}]/gu, "");
    const best = first.get(key);
    if (best === undefined) first.set(key, entry);
    else best.alsoIds.push(entry.candidate.id);
  }
  return [...first.values()];
}
