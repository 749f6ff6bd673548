import { foldedTexts } from "./explain";
import { isGenericWord } from "./generic-words";
import type { MatchModel } from "./model";
import { wordRarity } from "./terms";
import type { MatchListing, NearPhrase, Span, TextField } from "./types";
import { dot, encodeText } from "./vectors/encode";
import { segment } from "./vectors/units";

// Read by hand on real listings: below this most pairs only share a character.
const LEAST_LIKENESS = 0.5;
const MAX_WORDS = 24;
const MAX_SHOWN = 4;
const MAX_SPANS = 3;

type WordVector = { word: string; vector: Float32Array };

/** A subject's words ready to be compared with those of many candidates. */
export function wordVectors(listing: MatchListing, model: MatchModel): WordVector[] {
  const { table, statistics } = model;
  const weights = new Map<string, number>();
  for (const [part, weight] of [
    [listing.title, 2],
    [listing.text.slice(0, 600), 1],
  ] as const) {
    for (const word of segment(part)) {
      if (word.length < 2 || isGenericWord(word) || !table.rowOf.has(word)) continue;
      const value = weight * wordRarity(word, statistics);
      weights.set(word, Math.max(weights.get(word) ?? 0, value));
    }
  }
  return [...weights]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_WORDS)
    .flatMap(([word]) => {
      const vector = vectorOf(word, model);
      return vector === null ? [] : [{ word, vector }];
    });
}

/** Words whose vectors are kept with a model; 1 kB each. */
const MAX_KEPT = 5_000;
const kept = new WeakMap<MatchModel, Map<string, Float32Array | null>>();

function vectorOf(word: string, model: MatchModel): Float32Array | null {
  const vectors = kept.get(model) ?? new Map<string, Float32Array | null>();
  kept.set(model, vectors);
  const known = vectors.get(word);
  if (known !== undefined) return known;
  if (vectors.size >= MAX_KEPT) vectors.clear();
  const vector = encodeText(word, model.table, model.statistics);
  vectors.set(word, vector);
  return vector;
}

/**
 * Pairs of different words of both sides that stand near each other in the vectors. Near in use, not
 * of the same meaning: people are told 相近词, never 同义词.
 */
export function nearPhrases(
  subject: MatchListing,
  candidate: MatchListing,
  subjectWords: readonly WordVector[],
  model: MatchModel,
): NearPhrase[] {
  const subjectText = Object.values(foldedTexts(subject)).join("\n");
  const candidateText = Object.values(foldedTexts(candidate)).join("\n");
  const pairs: { subject: string; candidate: string; similarity: number }[] = [];
  for (const theirs of wordVectors(candidate, model)) {
    if (subjectText.includes(theirs.word)) continue;
    let best: { word: string; similarity: number } | undefined;
    for (const ours of subjectWords) {
      if (candidateText.includes(ours.word)) continue;
      const similarity = dot(ours.vector, theirs.vector);
      if (similarity > (best?.similarity ?? LEAST_LIKENESS)) best = { word: ours.word, similarity };
    }
    if (best) {
      pairs.push({ subject: best.word, candidate: theirs.word, similarity: best.similarity });
    }
  }
  return pairs
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, MAX_SHOWN)
    .map((pair) => ({
      ...pair,
      similarity: Math.min(1, pair.similarity),
      inSubject: spansOf(subject, pair.subject),
      inCandidate: spansOf(candidate, pair.candidate),
    }));
}

function spansOf(listing: MatchListing, word: string): Span[] {
  const fields: readonly TextField[] = ["title", "text"];
  return fields.flatMap((field) => {
    const folded = foldedTexts(listing)[field];
    const spans: Span[] = [];
    let at = folded.indexOf(word);
    while (at >= 0 && spans.length < MAX_SPANS) {
      spans.push({ field, start: at, end: at + word.length });
      at = folded.indexOf(word, at + word.length);
    }
    return spans;
  });
}
