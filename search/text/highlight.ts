/**
 * Markers that Meilisearch puts round a hit. Private-use characters, not tags: they cannot occur in
 * a listing (normalised away on input to the engine is not needed, they have no meaning in HTML),
 * so the text between them is rendered by React as text and never as markup.
 */
export const HIGHLIGHT_START = "\ue000";
export const HIGHLIGHT_END = "\ue001";

export interface Segment {
  readonly text: string;
  readonly match: boolean;
}

/** Cuts a formatted text at its markers; unbalanced markers are dropped. */
export function toSegments(formatted: string): Segment[] {
  const segments: Segment[] = [];
  let match = false;
  for (const piece of formatted.split(/([\ue000\ue001])/)) {
    if (piece === HIGHLIGHT_START) match = true;
    else if (piece === HIGHLIGHT_END) match = false;
    else if (piece !== "") {
      const last = segments[segments.length - 1];
      if (last !== undefined && last.match === match) {
        segments[segments.length - 1] = { text: last.text + piece, match };
      } else segments.push({ text: piece, match });
    }
  }
  return segments;
}

export function hasHit(segments: readonly Segment[]): boolean {
  return segments.some((segment) => segment.match);
}

/**
 * Marks the terms of a query in a text; for the PostgreSQL fallback and for hits that came through the
 * spaced or the pinyin field, where the engine has nothing to mark in the title. A term is marked
 * where it stands whole; a Chinese term that stands nowhere whole is marked character pair by pair.
 */
export function markTerms(text: string, folded: string, terms: readonly string[]): Segment[] {
  const marks = new Uint8Array(text.length);
  for (const term of terms) {
    if (term === "" || markEvery(folded, term, marks) || !/\p{Script=Han}/u.test(term)) continue;
    for (let i = 0; i + 1 < term.length; i++) markEvery(folded, term.slice(i, i + 2), marks);
  }
  const segments: Segment[] = [];
  let start = 0;
  for (let i = 1; i <= text.length; i++) {
    if (i < text.length && marks[i] === marks[start]) continue;
    segments.push({ text: text.slice(start, i), match: marks[start] === 1 });
    start = i;
  }
  return text === "" ? [] : segments;
}

function markEvery(folded: string, term: string, marks: Uint8Array): boolean {
  let found = false;
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
    marks.fill(1, at, at + term.length);
    found = true;
  }
  return found;
}
