/** Something that takes one of the places of a room for a time. */
export interface SeatUse {
  key: string;
  from: number;
  /** With the time to set up for the next. */
  to: number;
  /** Where it is or was, kept if it can be. */
  wanted: number | null;
}

/**
 * Which of the places of a room each use gets (1 to count), so that no two of one seat overlap: in the
 * order of their beginnings each takes the seat that it had, else the first that is free.
 * @throws Error where more than `count` overlap
 */
export function assignSeats(uses: readonly SeatUse[], count: number): Map<string, number> {
  const freeFrom = new Array<number>(count + 1).fill(Number.NEGATIVE_INFINITY);
  const seats = new Map<string, number>();
  const inOrder = [...uses].sort((a, b) => a.from - b.from || (a.key < b.key ? -1 : 1));
  for (const { key, from, to, wanted } of inOrder) {
    const isFree = (seat: number) => seat >= 1 && seat <= count && (freeFrom[seat] ?? from) <= from;
    let seat = wanted !== null && isFree(wanted) ? wanted : 1;
    while (seat <= count && !isFree(seat)) seat += 1;
    if (seat > count) throw new Error(`more than ${count} at once in one place`);
    freeFrom[seat] = to;
    seats.set(key, seat);
  }
  return seats;
}
