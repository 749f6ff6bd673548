import { MINUTES_PER_DAY, wallMinutes } from "./minutes-of-event";
import type { Span } from "./plan-problem";

/** What is left of spans when others are cut out; in order, without overlaps. */
export function cutSpans(spans: readonly Span[], cuts: readonly Span[]): Span[] {
  let left = mergeSpans(spans);
  for (const cut of cuts) {
    left = left.flatMap((span) => {
      if (cut.to <= span.from || cut.from >= span.to) return [span];
      const parts = [
        { from: span.from, to: cut.from },
        { from: cut.to, to: span.to },
      ];
      return parts.filter(({ from, to }) => from < to);
    });
  }
  return left;
}

export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else if (from < to) merged.push({ from, to });
  }
  return merged;
}

/** The daily rest, from the day before the first to the last one that a span touches; it may cross midnight. */
export function lunchSpans(lunch: { from: string; to: string } | null, until: number): Span[] {
  if (!lunch) return [];
  const from = wallMinutes(lunch.from);
  const to = wallMinutes(lunch.to);
  const length = to > from ? to - from : to - from + MINUTES_PER_DAY;
  const spans: Span[] = [];
  for (let day = -MINUTES_PER_DAY; day <= until; day += MINUTES_PER_DAY) {
    if (length < MINUTES_PER_DAY) spans.push({ from: day + from, to: day + from + length });
  }
  return spans;
}

export interface PitchPace {
  minutes: number;
  /** Between two pitches. */
  gap: number;
  /** After so many minutes of pitches comes a break; 0 for never. */
  breakAfter: number;
  breakMinutes: number;
}

/** Blocks of pitches with their breaks cut out, and the beginnings that fill them without waste. */
export function pitchBlocks(open: readonly Span[], pace: PitchPace) {
  const blocks: Span[] = [];
  const starts: number[] = [];
  for (const span of open) {
    let block = span.from;
    let pitched = 0;
    let at = span.from;
    while (at + pace.minutes <= span.to) {
      starts.push(at);
      pitched += pace.minutes;
      const end = at + pace.minutes;
      const isTired =
        pace.breakAfter > 0 && pace.breakMinutes > 0 && pitched + pace.minutes > pace.breakAfter;
      if (isTired) {
        blocks.push({ from: block, to: end });
        at = end + Math.max(pace.breakMinutes, pace.gap);
        block = at;
        pitched = 0;
      } else at = end + pace.gap;
    }
    if (block < span.to) blocks.push({ from: block, to: span.to });
  }
  return { blocks, starts };
}

/** Beginnings of meetings: one after another in every open span. */
export function meetingStarts(open: readonly Span[], minutes: number, gap: number): number[] {
  return open.flatMap(({ from, to }) => {
    const starts: number[] = [];
    for (let at = from; at + minutes <= to; at += minutes + gap) starts.push(at);
    return starts;
  });
}

/** Every so many minutes, for what may begin anywhere. */
export function anyStarts(open: readonly Span[], minutes: number, step: number): number[] {
  return open.flatMap(({ from, to }) => {
    const starts: number[] = [];
    for (let at = Math.ceil(from / step) * step; at + minutes <= to; at += step) starts.push(at);
    return starts;
  });
}
