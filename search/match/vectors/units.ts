import { wordsOf } from "../../text/words";

const MEANINGFUL = /[a-z\u3400-\u9fff]/;

/** Words of a text in order, folded; numbers and punctuation are left out. */
export function segment(text: string): string[] {
  return wordsOf(text)
    .map((word) => word.text.trim())
    .filter((word) => MEANINGFUL.test(word));
}

export function isHan(character: string): boolean {
  return character >= "\u3400" && character <= "\u9fff";
}

/**
 * Units of a text with their counts: every word, and every Chinese character of a word of two or more.
 * Characters let words that the table does not know, and words cut differently, still meet.
 */
export function countUnits(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (unit: string) => counts.set(unit, (counts.get(unit) ?? 0) + 1);
  for (const word of segment(text)) {
    add(word);
    if (word.length > 1) for (const character of word) if (isHan(character)) add(character);
  }
  return counts;
}

const SENTENCE_END = /[。；！？;!?\n]+/;

/** Sentences as lists of words, for counting which words stand near each other. */
export function sentencesOf(text: string): string[][] {
  return text
    .split(SENTENCE_END)
    .map(segment)
    .filter((words) => words.length > 1);
}
