export type Segment = { text: string; match: boolean };
/** Half-open range of UTF-16 code units. */
export type Range = { start: number; end: number };

const ELLIPSIS = "…";

/** Sorted ranges within the text, those that overlap or touch as one. */
export function mergeRanges(ranges: readonly Range[], length: number): Range[] {
  const merged: Range[] = [];
  for (const range of sortedWithin(ranges, length)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

/**
 * Sorted ranges within the text without overlaps. Ranges are never joined: every mark is one phrase, or
 * the rest of one, so that what is marked stands literally in both texts.
 */
export function cutRanges(ranges: readonly Range[], length: number): Range[] {
  const cut: Range[] = [];
  let at = 0;
  for (const { start, end } of sortedWithin(ranges, length)) {
    const from = Math.max(start, at);
    if (from >= end) continue;
    cut.push({ start: from, end });
    at = end;
  }
  return cut;
}

function sortedWithin(ranges: readonly Range[], length: number): Range[] {
  return ranges
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The whole text with the ranges marked. */
export function markRanges(text: string, ranges: readonly Range[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const { start, end } of cutRanges(ranges, text.length)) {
    if (start > at) segments.push({ text: text.slice(at, start), match: false });
    segments.push({ text: text.slice(start, end), match: true });
    at = end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), match: false });
  return segments;
}

/**
 * The stretch of a text, `size` code units long, that shows most of the marked ranges, with a little
 * of what stands before them. Empty when nothing is marked.
 */
export function excerpt(text: string, ranges: readonly Range[], size = 140): Segment[] {
  const merged = cutRanges(ranges, text.length);
  if (merged.length === 0) return [];
  const lead = Math.floor(size / 5);
  let best = { start: 0, covered: -1 };
  for (const { start } of merged) {
    const from = Math.max(0, start - lead);
    const covered = merged.reduce(
      (sum, range) =>
        range.start >= from && range.end <= from + size ? sum + range.end - range.start : sum,
      0,
    );
    if (covered > best.covered) best = { start: from, covered };
  }
  const start = wholeCharacter(text, best.start);
  const end = wholeCharacter(text, Math.min(text.length, start + size));
  const inside = merged.map((range) => ({ start: range.start - start, end: range.end - start }));
  const segments = markRanges(text.slice(start, end), inside).map((segment) => ({
    ...segment,
    text: segment.text.replace(/\s+/g, " "),
  }));
  return [
    ...(start > 0 ? [{ text: ELLIPSIS, match: false }] : []),
    ...segments,
    ...(end < text.length ? [{ text: ELLIPSIS, match: false }] : []),
  ];
}

/** The same place, or one before it where it would cut a character of two units (𬭎) in half. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
