export interface HighlightSegment {
  text: string;
  match: boolean;
}

/**
 * Splits a text in which a search engine marked its hits with two marker strings. The markers must
 * be characters that no text contains (private use area), never HTML: the parts are rendered as text.
 * Unbalanced markers are dropped; their text stays.
 */
export function splitHighlight(formatted: string, open: string, close: string): HighlightSegment[] {
  const segments: HighlightSegment[] = [];
  let match = false;
  let rest = formatted;
  const push = (text: string) => {
    if (text === "") return;
    const last = segments[segments.length - 1];
    if (last && last.match === match) last.text += text;
    else segments.push({ text, match });
  };
  while (rest !== "") {
    const nextOpen = rest.indexOf(open);
    const nextClose = rest.indexOf(close);
    const opens = nextOpen >= 0 && (nextClose < 0 || nextOpen < nextClose);
    const at = opens ? nextOpen : nextClose;
    if (at < 0) break;
    push(rest.slice(0, at));
    match = opens;
    rest = rest.slice(at + (opens ? open.length : close.length));
  }
  push(rest);
  return segments;
}

/** Marks every occurrence of the words (case-insensitive) in a text; longer words win. */
export function markWords(text: string, words: ReadonlyArray<string>): HighlightSegment[] {
  const wanted = words
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (wanted.length === 0) return text === "" ? [] : [{ text, match: false }];
  const pattern = new RegExp(`(${wanted.join("|")})`, "giu");
  return text
    .split(pattern)
    .map((part, index) => ({ text: part, match: index % 2 === 1 }))
    .filter((segment) => segment.text !== "");
}
