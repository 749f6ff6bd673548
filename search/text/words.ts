import { foldSameLength } from "./normalise";

const segmenter = new Intl.Segmenter("zh-CN", { granularity: "word" });

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Dictionary words of a text, folded, with offsets in the text given; punctuation and spaces are left out. */
export function wordsOf(text: string): Word[] {
  const folded = foldSameLength(text);
  const words: Word[] = [];
  for (const part of segmenter.segment(folded)) {
    if (!part.isWordLike) continue;
    words.push({ text: part.segment, start: part.index, end: part.index + part.segment.length });
  }
  return words;
}

const RUN = /[0-9a-z\u3400-\u9fff]+/g;

/**
 * Visits the units that relevance is counted in: every Chinese character and every pair of
 * neighbouring characters inside a run without punctuation. `position` is an offset in `folded`.
 */
export function visitUnits(
  folded: string,
  visit: (unit: string, position: number, length: 1 | 2) => void,
): void {
  for (const run of folded.matchAll(RUN)) {
    const text = run[0];
    for (let i = 0; i < text.length; i++) {
      const one = text.charAt(i);
      if (one >= "\u3400") visit(one, run.index + i, 1);
      if (i + 1 < text.length) visit(text.slice(i, i + 2), run.index + i, 2);
    }
  }
}
