import { dayOf } from "./board-time-rules";

interface Use {
  start: number;
  end: number;
}

/**
 * Whether a pitch breaks the order of its day: what opens the day is over before the first pitch begins,
 * what closes it begins after the last. Pitches of other days are free of it.
 */
export function isOutOfOrder(item: Use & { position: string }, pitch: Use): boolean {
  if (dayOf(item.start) !== dayOf(pitch.start)) return false;
  if (item.position === "FIRST") return pitch.start < item.end;
  return item.position === "LAST" && pitch.end > item.start;
}
