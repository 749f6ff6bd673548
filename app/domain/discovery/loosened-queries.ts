import { isGenericWord } from "#search/match/generic-words";
import type { TermStatistics } from "#search/match/statistics";
import { wordRarity } from "#search/match/terms";
import { normaliseQuery } from "#search/text/normalise";
import { pinyinForms } from "#search/text/pinyin";
import { wordsOf } from "#search/text/words";

// Meilisearch looks at the first ten words of a query and ignores the rest.
const MAX_WORDS = 10;

/** Whether a query is a sentence rather than words: then the engine must be told which words matter. */
export function isSentence(q: string): boolean {
  return wordsOf(q).length > MAX_WORDS;
}

/**
 * The words of a query with the telling ones first and fillers left out. Under the strategy `last` the engine drops
 * words from the end, so that the least telling ones go first.
 */
export function tellingWords(q: string, statistics: TermStatistics): string {
  const words = [...new Set(wordsOf(normaliseQuery(q)).map((word) => word.text))];
  const telling = words.filter((word) => !isGenericWord(word));
  return (telling.length > 0 ? telling : words)
    .map((word) => ({ word, rarity: wordRarity(word, statistics) }))
    .sort((a, b) => b.rarity - a.rarity)
    .slice(0, MAX_WORDS)
    .map(({ word }) => word)
    .join(" ");
}

/** Pinyin of a short Chinese query: most slips of a Chinese keyboard are words of the same sound. Null if it is none. */
export function sameSound(q: string): string | null {
  const text = normaliseQuery(q).replace(/\s/g, "");
  if (!/^\p{Script=Han}{2,8}$/u.test(text)) return null;
  return pinyinForms(text).split(" ")[0] ?? null;
}
