import type { Board, BoardEntry } from "./board-view";

const DAY = 1440;

export const dayOf = (minute: number) => Math.floor(minute / DAY);

/** Time on the wall, such as 09:30. */
export function wallClock(minute: number): string {
  const within = ((minute % DAY) + DAY) % DAY;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}

/** Calendar date of a day of the board. */
export function dateOfDay(firstDay: string, day: number): string {
  return new Date(Date.parse(`${firstDay}T00:00:00Z`) + day * DAY * 60_000)
    .toISOString()
    .slice(0, 10);
}

/** Days on which anything is open or planned. */
export function daysOf(board: Board): number[] {
  const days = new Set<number>();
  for (const { open } of board.places) {
    for (const { from, to } of open) {
      for (let day = dayOf(from); day <= dayOf(to - 1); day += 1) days.add(day);
    }
  }
  for (const { start } of board.entries) days.add(dayOf(start));
  return [...days].sort((a, b) => a - b);
}

/** First and last minute to show of a day, on half hours. */
export function rangeOfDay(board: Board, day: number): { from: number; to: number } {
  const end = (day + 1) * DAY;
  const spans = [
    ...board.places.flatMap(({ open }) =>
      open
        .filter(({ from, to }) => from < end && to > day * DAY)
        .map(({ from, to }) => ({ from: Math.max(from, day * DAY), to: Math.min(to, end) })),
    ),
    ...entriesOfDay(board, day).map(({ start, end: to }) => ({ from: start, to })),
  ];
  if (spans.length === 0) return { from: day * DAY + 540, to: day * DAY + 1080 };
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  return { from: Math.floor(from / 30) * 30, to: Math.ceil(to / 30) * 30 };
}

export function entriesOfDay(board: Board, day: number): BoardEntry[] {
  return board.entries.filter(({ start }) => dayOf(start) === day);
}

/** How many lanes a column needs on a day: the highest seat in use. */
export function lanesOf(entries: readonly BoardEntry[], placeId: string): number {
  const seats = entries.filter((entry) => entry.placeId === placeId).map(({ seat }) => seat);
  return Math.max(1, ...seats);
}
