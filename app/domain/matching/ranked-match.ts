import { matchHints } from "#search/match/hints";
import type { Match, MatchListing, Span } from "#search/match/types";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { excerpt, markRanges, type Range } from "./excerpt-rules";
import type { RankedMatch } from "./ranking-memory.server";

/** What the ranker said of one candidate, with the words marked in both texts. */
export function toRanked(
  subjectKind: ListingKind,
  subject: MatchListing,
  match: Match,
): RankedMatch {
  const { candidate } = match;
  const spans = {
    own: match.phrases.flatMap((phrase) => phrase.inSubject),
    theirs: match.phrases.flatMap((phrase) => phrase.inCandidate),
    nearOwn: match.nearPhrases.flatMap((near) => near.inSubject),
    nearTheirs: match.nearPhrases.flatMap((near) => near.inCandidate),
  };
  const [need, achievement] = subjectKind === "need" ? [subject, candidate] : [candidate, subject];
  return {
    id: candidate.id,
    alsoIds: match.alsoIds,
    title: candidate.title,
    titleSegments: markRanges(candidate.title, rangesOf(spans.theirs, "title")),
    excerpt: excerpt(candidate.text, rangesOf(spans.theirs, "text")),
    ownTitleSegments: markRanges(subject.title, rangesOf(spans.own, "title")),
    ownExcerpt: excerpt(subject.text, rangesOf(spans.own, "text")),
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
    hints: matchHints(need, achievement, match.fitParts),
    spans,
    rankerVersion: match.rankerVersion,
  };
}

export function rangesOf(spans: readonly Span[], field: Span["field"]): Range[] {
  return spans.filter((span) => span.field === field);
}
