import { calendarDate, endOfDate } from "~/domain/shared/clock";

export type DigestFrequency = "DAILY" | "WEEKLY";

/** Pairs in one digest. */
export const DIGEST_SIZE = 8;

const DAY_MS = 86_400_000;
/** A week less the day by which quiet hours may have delayed the last one. */
const WEEKLY_GAP_MS = 6 * DAY_MS;

/** A person who had a digest since this instant gets no other one now. */
export function digestDueSince(frequency: DigestFrequency, now: Date): Date {
  return frequency === "DAILY"
    ? new Date(endOfDate(calendarDate(now)).getTime() - DAY_MS)
    : new Date(now.getTime() - WEEKLY_GAP_MS);
}
