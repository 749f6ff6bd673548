import { normaliseQuery } from "#search/text/normalise";
import { pinyinForms } from "#search/text/pinyin";
import { wordsOf } from "#search/text/words";

// Meilisearch looks at the first ten words of a query and ignores the rest.
const MAX_WORDS = 10;

/** Whether a query is a sentence rather than words: then the engine must be told which words matter. */
export function isSentence(q: string): boolean {
  return wordsOf(q).length > MAX_WORDS;
}

/** Pinyin of a short Chinese query: most slips of a Chinese keyboard are words of the same sound. Null if it is none. */
export function sameSound(q: string): string | null {
  const text = normaliseQuery(q).replace(/\s/g, "");
  if (!/^\p{Script=Han}{2,8}$/u.test(text)) return null;
  return pinyinForms(text).split(" ")[0] ?? null;
}
