const MARKET_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** A moment in Beijing time, to the minute. */
export function momentText(at: Date | string): string {
  const local = new Date(new Date(at).getTime() + MARKET_OFFSET_MS);
  return local.toISOString().slice(0, 16).replace("T", " ");
}

/** An end in Beijing time: one that ends a day is 24:00 of it, not 0:00 of the next. */
export function deadlineText(at: Date | string): string {
  const endMs = new Date(at).getTime();
  if ((endMs + MARKET_OFFSET_MS) % DAY_MS !== 0) return momentText(at);
  return `${momentText(new Date(endMs - 1)).slice(0, 10)} 24:00`;
}
