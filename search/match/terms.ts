import { foldSameLength } from "../text/normalise";
import { visitUnits, wordsOf } from "../text/words";
import { isGenericWord } from "./generic-words";
import type { TermStatistics } from "./statistics";

export interface WeightedTerm {
  readonly text: string;
  readonly weight: number;
}

/** Rarity of a word: the mean of its character pairs (the rarest pair for a Latin word or a code). */
export function wordRarity(word: string, statistics: TermStatistics): number {
  const values: number[] = [];
  visitUnits(word, (unit, _position, length) => {
    if (length === 2) values.push(statistics.idf(unit));
  });
  if (values.length === 0) return 0;
  if (/^[0-9a-z]/.test(word)) return Math.max(...values);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The words of a listing that tell it apart, rarest and most repeated first; single characters are left out. */
export function selectTerms(
  title: string,
  text: string,
  statistics: TermStatistics,
  limit: number,
): WeightedTerm[] {
  const weights = new Map<string, number>();
  for (const [part, partWeight] of [
    [title, 0.6],
    [text, 0.4],
  ] as const) {
    const counts = new Map<string, number>();
    for (const word of wordsOf(part)) {
      if (word.text.length < 2 || isGenericWord(word.text) || /^[0-9.]+$/.test(word.text)) continue;
      counts.set(word.text, (counts.get(word.text) ?? 0) + 1);
    }
    for (const [word, count] of counts) {
      const weight = partWeight * (1 + Math.log(Math.min(count, 4)));
      weights.set(word, (weights.get(word) ?? 0) + weight);
    }
  }
  return [...weights]
    .map(([word, weight]) => ({ text: word, weight: weight * wordRarity(word, statistics) }))
    .sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1))
    .slice(0, limit);
}

/** Rarest neighbouring characters of a title, spaced for the field `titleSpaced`: they also meet inside longer words. */
export function selectTitlePairs(
  title: string,
  statistics: TermStatistics,
  limit: number,
): WeightedTerm[] {
  const pairs = new Map<string, number>();
  visitUnits(foldSameLength(title), (unit, _position, length) => {
    if (length === 2 && /^\p{Script=Han}{2}$/u.test(unit) && !isGenericWord(unit)) {
      pairs.set(unit, statistics.idf(unit));
    }
  });
  return [...pairs]
    .map(([pair, idf]) => ({ text: [...pair].join(" "), weight: 0.6 * idf }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, limit);
}

const LATIN_TERM = /[a-z0-9][a-z0-9.+-]*[a-z0-9+]/g;

/**
 * Codes, product names and Latin terms of a listing, those of the title first, then the rarest:
 * what must be found exactly as written (316l, pa66, bms). Plain numbers and years are left out.
 */
export function selectExactTerms(
  title: string,
  text: string,
  statistics: TermStatistics,
  limit: number,
): string[] {
  const termsOf = (part: string) =>
    [...foldSameLength(part).matchAll(LATIN_TERM)]
      .map(([term]) => term)
      .filter((term) => /[a-z]/.test(term) && !isGenericWord(term) && !UNIT.test(term));
  const byRarity = (a: string, b: string) => wordRarity(b, statistics) - wordRarity(a, statistics);
  const inTitle = [...new Set(termsOf(title))].sort(byRarity);
  const inText = [...new Set(termsOf(text))].sort(byRarity);
  return [...new Set([...inTitle, ...inText])].slice(0, limit);
}

// Amounts with their units: 5mm, 0.5mpa, 100kw, 30min. Litres are not among them: 316l is a steel.
const UNIT =
  /^[0-9.]*(?:[mkcdnu]?m[23]?|k?g|mg|t|m?pa|k?w|k?wh|k?v|m?a|hz|[km]hz|ghz|ml|s|ms|min|h|d|db|ppm|nm|um|rpm|mol)$/;
