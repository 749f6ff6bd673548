import { foldSameLength } from "../text/normalise";
import { visitUnits, type Word, wordsOf } from "../text/words";
import { isGenericWord } from "./generic-words";
import type { UnitVector } from "./relevance";
import type { TermStatistics } from "./statistics";
import type { MatchListing, SharedPhrase, Span, TextField } from "./types";

const MAX_PHRASES = 8;
const MAX_SPANS = 6;
const MIN_SHARE = 0.03;
// A phrase whose units occur in more than about N^.72 listings explains nothing.
const IDF_FLOOR_SHARE = 0.28;

/** What relevance looks at; beyond it nothing has counted, so nothing there is a reason. */
const TEXT_LENGTH = 1_500;

function comparedPart(listing: MatchListing, field: TextField): string {
  return field === "title" ? listing.title : listing.text.slice(0, TEXT_LENGTH);
}

const folded = new WeakMap<MatchListing, { title: string; text: string }>();

/** Both texts of a listing, folded; made once for a subject that is held against many candidates. */
export function foldedTexts(listing: MatchListing): { title: string; text: string } {
  const known = folded.get(listing);
  if (known) return known;
  const made = {
    title: foldSameLength(listing.title),
    text: foldSameLength(comparedPart(listing, "text")),
  };
  folded.set(listing, made);
  return made;
}

/**
 * Phrases that stand in both listings: the longest runs of neighbouring words of the candidate that the
 * subject contains literally, with the part of the relevance that each of them carries.
 */
export function sharedPhrases(
  subject: MatchListing,
  candidate: MatchListing,
  vectors: { subject: UnitVector; candidate: UnitVector; relevance: number },
  statistics: TermStatistics,
): SharedPhrase[] {
  const { title, text } = foldedTexts(subject);
  const both = `${title}\n${text}`;
  const found = new Map<string, { phrase: string; spans: Span[] }>();
  for (const field of ["title", "text"] as const) {
    for (const span of commonRuns(comparedPart(candidate, field), field, both, vectors.subject)) {
      const phrase = candidate[field].slice(span.start, span.end);
      const key = foldSameLength(phrase);
      const entry = found.get(key) ?? { phrase, spans: [] };
      if (entry.spans.length < MAX_SPANS) entry.spans.push(span);
      found.set(key, entry);
    }
  }
  const counted = new Set<string>();
  const floor = IDF_FLOOR_SHARE * Math.log(statistics.documents + 1);
  return [...found]
    .filter(([key]) => meanIdf(key, statistics) >= floor)
    .sort(([a], [b]) => b.length - a.length)
    .map(([key, entry]) => ({
      phrase: entry.phrase,
      share: shareOf(key, vectors, counted),
      inSubject: [...occurrences(title, key, "title"), ...occurrences(text, key, "text")],
      inCandidate: entry.spans,
    }))
    .filter((phrase) => phrase.share >= MIN_SHARE)
    .sort((a, b) => b.share - a.share)
    .slice(0, MAX_PHRASES);
}

/** Runs of words that the subject contains; a run that is one generic word or one character is left out. */
function commonRuns(
  original: string,
  field: TextField,
  subject: string,
  subjectUnits: UnitVector,
): Span[] {
  const folded = foldSameLength(original);
  const words = wordsOf(original);
  const spans: Span[] = [];
  for (let i = 0; i < words.length; i++) {
    const first = words[i];
    if (first === undefined || isGenericWord(first.text)) continue;
    if (!mayOccur(first.text, subjectUnits) || !subject.includes(first.text)) {
      const inner = innerRun(first, subject);
      if (inner !== null) spans.push({ field, ...inner });
      continue;
    }
    let end = -1;
    let last = i;
    for (let j = i; j < words.length; j++) {
      const word = words[j];
      const previous = words[j - 1];
      if (word === undefined || (j > i && previous?.end !== word.start)) break;
      if (!subject.includes(folded.slice(first.start, word.end))) break;
      if (!isGenericWord(word.text) || end > 0) [end, last] = [word.end, j];
    }
    while (last > i && isGenericWord(words[last]?.text ?? "")) last--;
    end = end < 0 ? -1 : (words[last]?.end ?? end);
    if (end - first.start >= 2) {
      spans.push({ field, start: first.start, end });
      i = last;
    }
  }
  return spans;
}

/** Longest part of a longer Chinese word that the subject contains: 有机 of 有机肥 in 有机水溶肥. */
function innerRun(word: Word, subject: string): { start: number; end: number } | null {
  if (!/^\p{Script=Han}{3,}$/u.test(word.text)) return null;
  for (let length = word.text.length - 1; length >= 2; length--) {
    for (let from = 0; from + length <= word.text.length; from++) {
      const inner = word.text.slice(from, from + length);
      if (!isGenericWord(inner) && subject.includes(inner)) {
        return { start: word.start + from, end: word.start + from + length };
      }
    }
  }
  return null;
}

function mayOccur(word: string, units: UnitVector): boolean {
  return units.has(word.length <= 2 ? word : word.slice(0, 2));
}

function meanIdf(phrase: string, statistics: TermStatistics): number {
  let sum = 0;
  let pairs = 0;
  visitUnits(phrase, (unit, _position, length) => {
    if (length === 1) return;
    sum += statistics.idf(unit);
    pairs++;
  });
  return pairs === 0 ? 0 : sum / pairs;
}

function shareOf(
  phrase: string,
  vectors: { subject: UnitVector; candidate: UnitVector; relevance: number },
  counted: Set<string>,
): number {
  let sum = 0;
  visitUnits(phrase, (unit) => {
    if (counted.has(unit)) return;
    counted.add(unit);
    sum += (vectors.subject.get(unit) ?? 0) * (vectors.candidate.get(unit) ?? 0);
  });
  return vectors.relevance > 0 ? Math.min(1, sum / vectors.relevance) : 0;
}

function occurrences(folded: string, phrase: string, field: TextField): Span[] {
  const spans: Span[] = [];
  let at = folded.indexOf(phrase);
  while (at >= 0 && spans.length < MAX_SPANS) {
    spans.push({ field, start: at, end: at + phrase.length });
    at = folded.indexOf(phrase, at + phrase.length);
  }
  return spans;
}
