import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict";
import { foldSameLength } from "./normalise";

let loaded: Jieba | undefined;

/** The dictionary takes a fifth of a second to load and is shared by the process. */
function segmenter(): Jieba {
  loaded ??= Jieba.withDict(dict);
  return loaded;
}

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const MEANINGFUL = /[\p{L}\p{N}]/u;

/** Dictionary words of a text, folded, with offsets in the text given; punctuation and spaces are left out. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let start = 0;
  // The pieces put together are the folded text, so their lengths give the offsets.
  for (const piece of segmenter().cut(foldSameLength(text), true)) {
    const end = start + piece.length;
    if (MEANINGFUL.test(piece)) words.push({ text: piece, start, end });
    start = end;
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
