import { cutRanges, mergeRanges, type Range } from "./excerpt-rules";

/** A stretch of text; `near` marks a word that is only near to one of the other side. */
export type PassageSegment = { text: string; match: boolean; near?: boolean };

const ELLIPSIS = "…";
/** Code units shown before and after a marked word where the text between is left out. */
const AROUND = 60;

/**
 * A text with its words marked: whole up to `size` code units, else the stretches around the marked
 * words, in order and with an ellipsis for what is left out, until `size` is used up. Where a near
 * word overlaps one that met, it counts as met.
 */
export function passages(
  text: string,
  met: readonly Range[],
  near: readonly Range[],
  size = 1_200,
): PassageSegment[] {
  const matches = cutRanges(met, text.length);
  const nearOnly = cutRanges(near, text.length).filter(
    (one) => !matches.some((other) => one.start < other.end && other.start < one.end),
  );
  const segments: PassageSegment[] = [];
  for (const window of windows(text, matches, nearOnly, size)) {
    if (window.start > 0) segments.push({ text: ELLIPSIS, match: false });
    segments.push(...markedWithin(text, window, matches, nearOnly));
    if (window.isLast && window.end < text.length) segments.push({ text: ELLIPSIS, match: false });
  }
  return segments;
}

type Window = Range & { isLast: boolean };

/** Which stretches of the text are shown. */
function windows(
  text: string,
  matches: readonly Range[],
  near: readonly Range[],
  size: number,
): Window[] {
  if (text.length === 0) return [];
  if (text.length <= size) return [{ start: 0, end: text.length, isLast: true }];
  const marks = [...matches, ...near].sort((a, b) => a.start - b.start);
  if (marks.length === 0) {
    return [{ start: 0, end: whole(text, size), isLast: true }];
  }
  const found = mergeRanges(
    marks.map(({ start, end }) => ({ start: start - AROUND, end: end + AROUND })),
    text.length,
  );
  const shown: Range[] = [];
  let left = size;
  for (const { start, end } of found) {
    if (left <= 0) break;
    const from = whole(text, start);
    // A marked word is never cut: the stretch is left out when it does not fit any more.
    const to = whole(text, end);
    if (to - from > left && shown.length > 0) break;
    shown.push({ start: from, end: to });
    left -= to - from;
  }
  return shown.map((one, index) => ({ ...one, isLast: index === shown.length - 1 }));
}

function markedWithin(
  text: string,
  { start, end }: Range,
  matches: readonly Range[],
  near: readonly Range[],
): PassageSegment[] {
  const marks = [
    ...matches.map((one) => ({ ...one, isNear: false })),
    ...near.map((one) => ({ ...one, isNear: true })),
  ]
    .filter((one) => one.start >= start && one.end <= end)
    .sort((a, b) => a.start - b.start);
  const segments: PassageSegment[] = [];
  let at = start;
  for (const mark of marks) {
    if (mark.start > at) segments.push({ text: text.slice(at, mark.start), match: false });
    const word = text.slice(mark.start, mark.end);
    segments.push(
      mark.isNear ? { text: word, match: false, near: true } : { text: word, match: true },
    );
    at = mark.end;
  }
  if (at < end) segments.push({ text: text.slice(at, end), match: false });
  return segments;
}

/** The same place, or one before it where it would cut a character of two units in half. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
