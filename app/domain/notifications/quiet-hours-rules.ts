const HOUR_MS = 3_600_000;
/** Asia/Shanghai is UTC+8 the whole year. */
const MARKET_OFFSET_MS = 8 * HOUR_MS;

/** Hours 0–23 in Asia/Shanghai; the night may run over midnight. Equal or missing hours: no quiet time. */
export type QuietHours = { quietFrom: number | null; quietTo: number | null };

/**
 * The instant until which mail has to wait, or null when it may leave now. The hour `quietFrom` is
 * quiet, the hour `quietTo` is not.
 */
export function quietUntil(now: Date, { quietFrom, quietTo }: QuietHours): Date | null {
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return null;
  const local = now.getTime() + MARKET_OFFSET_MS;
  const midnight = Math.floor(local / (24 * HOUR_MS)) * 24 * HOUR_MS;
  const hour = (local - midnight) / HOUR_MS;
  const isOverMidnight = quietFrom > quietTo;
  const isQuiet = isOverMidnight
    ? hour >= quietFrom || hour < quietTo
    : hour >= quietFrom && hour < quietTo;
  if (!isQuiet) return null;
  const days = isOverMidnight && hour >= quietFrom ? 1 : 0;
  return new Date(midnight + (quietTo + 24 * days) * HOUR_MS - MARKET_OFFSET_MS);
}
