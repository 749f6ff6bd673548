/** At most one sentence is read out in this time; what comes meanwhile is replaced by the newest. */
export const ANNOUNCEMENT_PAUSE_MS = 3_000;

/** Seconds before the end at which the time left is read out. */
export const TIME_MARKS = [300, 60, 30, 10] as const;

/**
 * Holds sentences for a screen reader back so that a burst of bids is read as its last one.
 * `due` tells what to say at an instant; `nextAt` when to ask again.
 */
export function announcementPace(pauseMs = ANNOUNCEMENT_PAUSE_MS) {
  let waiting: string | null = null;
  let quietUntil = Number.NEGATIVE_INFINITY;
  return {
    /** A newer sentence takes the place of one that has not been said yet. */
    offer(sentence: string): void {
      waiting = sentence;
    },
    due(now: number): string | null {
      if (waiting === null || now < quietUntil) return null;
      const sentence = waiting;
      waiting = null;
      quietUntil = now + pauseMs;
      return sentence;
    },
    /** Null while there is nothing to say. */
    nextAt(now: number): number | null {
      return waiting === null ? null : Math.max(now, quietUntil);
    },
    clear(): void {
      waiting = null;
    },
  };
}

/**
 * The mark that was passed between two looks at the clock, the latest if several were (a sleeping
 * page). An extension moves the time left up again, after which marks come once more.
 */
export function passedMark(
  secondsBefore: number,
  secondsNow: number,
): (typeof TIME_MARKS)[number] | null {
  if (secondsNow <= 0) return null;
  const passed = TIME_MARKS.filter((mark) => secondsNow <= mark && mark < secondsBefore);
  return passed.at(-1) ?? null;
}
