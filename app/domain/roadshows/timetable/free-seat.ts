import type { Board, BoardEntry, BoardPlace } from "./board-view";
import { setupAfter } from "./conflict-rules";

/** A seat of a place that is free for an entry, its own first; null if there is none. */
export function freeSeat(board: Board, entry: BoardEntry, place: BoardPlace): number | null {
  const to = entry.end + setupAfter(entry, place);
  const taken = new Set(
    board.entries.flatMap((other) => {
      if (other.id === entry.id || other.placeId !== place.id) return [];
      const isBeside = other.start < to && entry.start < other.end + setupAfter(other, place);
      return isBeside ? [other.seat] : [];
    }),
  );
  const own = entry.seat <= place.count ? [entry.seat] : [];
  const seats = [...own, ...Array.from({ length: place.count }, (_, at) => at + 1)];
  return seats.find((seat) => !taken.has(seat)) ?? null;
}
