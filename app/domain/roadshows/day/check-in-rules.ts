/** Scans that one message may carry; a device sends its queue in parts. */
export const SCANS_PER_BATCH = 200;

const MOST_OFFSET_MS = 2 ** 31 - 1;

/**
 * When a scan took place by the server's clock: the device's time with the difference of the two clocks at
 * the moment of sending, within what is possible.
 * @param from earliest possible instant: some hours before the first day
 */
export function correctScanTime(
  claimedAt: Date,
  deviceNow: Date,
  receivedAt: Date,
  from: Date,
): { scannedAt: Date; offsetMs: number } {
  const offset = receivedAt.getTime() - deviceNow.getTime();
  const corrected = claimedAt.getTime() + offset;
  const scanned = Math.min(Math.max(corrected, from.getTime()), receivedAt.getTime());
  const offsetMs = Math.max(-MOST_OFFSET_MS, Math.min(MOST_OFFSET_MS, offset));
  return { scannedAt: new Date(scanned), offsetMs };
}

/**
 * The code in what a camera or a person read: the code itself, or an address that ends in it or carries it
 * as `code`.
 */
export function readScannedCode(text: string): string {
  const trimmed = text.trim();
  if (!/^https?:\/\//i.test(trimmed)) return trimmed.toUpperCase();
  try {
    const url = new URL(trimmed);
    const named = url.searchParams.get("code") ?? url.searchParams.get("c");
    const last = url.pathname.split("/").filter(Boolean).at(-1) ?? "";
    return (named ?? last).trim().toUpperCase();
  } catch {
    return trimmed.toUpperCase();
  }
}

/** Length of the hash of a code that devices keep. */
export const CODE_HASH_LENGTH = 32;

/** Finds people by name, unit, number or the last digits of their phone; an empty query finds nobody. */
export function searchPeople<
  P extends { number: number; name: string; organisationName: string; phoneTail: string },
>(people: readonly P[], query: string, most: number): P[] {
  const asked = query.trim().toLowerCase();
  if (asked === "") return [];
  const digits = /^#?\d+$/.test(asked) ? asked.replace("#", "") : null;
  const found = people.filter((one) =>
    digits !== null
      ? String(one.number) === digits || (digits.length === 4 && one.phoneTail === digits)
      : one.name.toLowerCase().includes(asked) ||
        one.organisationName.toLowerCase().includes(asked),
  );
  return found.slice(0, most);
}
