import { rankForAchievement, rankForNeed } from "#search/match/rank";
import type { Match, MatchListing, Span } from "#search/match/types";
import { loadReferences } from "#search/sync/references";
import { loadMatchListing } from "#search/sync/rows";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { matchSource } from "~/platform/search.server";
import { excerpt, markRanges, type Range } from "./excerpt-rules";
import { type RankedMatch, rememberRanking } from "./ranking-memory.server";

/** Length of a ranked list before what the reader may not see is taken out. */
const DEPTH = 40;

/**
 * Ranked counterparts of a listing with the words that met. `version` is the listing's published
 * version; a newer one is ranked anew.
 * @throws EngineUnavailable
 */
export function rankListing(
  kind: ListingKind,
  listing: { id: string; organisationId: string; version: number },
  db: Db,
): Promise<RankedMatch[]> {
  return rememberRanking(kind, listing.id, listing.version, async () => {
    const references = await loadReferences(db);
    const subject = await loadMatchListing(db, kind, listing.id, references);
    if (!subject) return [];
    const source = await matchSource(clock.now());
    const rank = kind === "need" ? rankForNeed : rankForAchievement;
    const matches = await rank(subject, source, {
      limit: DEPTH,
      excludeOrganisationId: listing.organisationId,
    });
    return matches.map((match) => toRanked(subject, match));
  });
}

function toRanked(subject: MatchListing, match: Match): RankedMatch {
  const theirs = match.phrases.flatMap((phrase) => phrase.inCandidate);
  const ours = match.phrases.flatMap((phrase) => phrase.inSubject);
  return {
    id: match.candidate.id,
    alsoIds: match.alsoIds,
    title: match.candidate.title,
    titleSegments: markRanges(match.candidate.title, rangesOf(theirs, "title")),
    excerpt: excerpt(match.candidate.text, rangesOf(theirs, "text")),
    ownTitleSegments: markRanges(subject.title, rangesOf(ours, "title")),
    ownExcerpt: excerpt(subject.text, rangesOf(ours, "text")),
    phrases: match.phrases.map((phrase) => ({ text: phrase.phrase, share: phrase.share })),
    nearPhrases: match.nearPhrases.map((near) => ({
      own: near.subject,
      theirs: near.candidate,
      similarity: near.similarity,
    })),
    inputs: match.inputs,
    contributions: match.contributions,
    related: match.related,
    score: match.score,
    relevance: match.relevance,
    band: match.band,
    fit: match.fit,
    parts: match.fitParts,
    rankerVersion: match.rankerVersion,
  };
}

function rangesOf(spans: readonly Span[], field: Span["field"]): Range[] {
  return spans.filter((span) => span.field === field);
}
