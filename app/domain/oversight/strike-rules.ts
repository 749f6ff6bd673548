import { calendarDate, endOfDate } from "~/domain/shared/clock";
import { addMonths } from "~/domain/shared/working-days";

/** Broken duties in trading; the same words as the check of the table. */
export const STRIKE_KINDS = [
  "NOT_CONFIRMED",
  "NOT_SIGNED",
  "NOT_PAID",
  "FALSE_STATEMENT",
  "COLLUSION",
] as const;
export type StrikeKind = (typeof STRIKE_KINDS)[number];

export const TRADE_CASE_TYPES = ["LOT", "TENDER", "CHALLENGE", "LICENCE"] as const;
export type TradeCaseType = (typeof TRADE_CASE_TYPES)[number];

/** Dated parameters that make a ban of strikes. */
export type BanPolicy = { strikesForBan: number; strikeMonths: number; banMonths: number };

export type Ban = { fromAt: Date; untilAt: Date; strikeIds: string[] };

/**
 * The ban that strikes amount to: it starts with the first strike that has enough others within the
 * months before it and ends the ban's months after the last such one. Lifted strikes are left out by
 * the caller, so that lifting one undoes what rested on it.
 */
export function banOf(strikes: readonly { id: string; at: Date }[], policy: BanPolicy): Ban | null {
  const sorted = [...strikes].sort((a, b) => a.at.getTime() - b.at.getTime());
  const bans: Ban[] = [];
  for (const [index, strike] of sorted.entries()) {
    const oldest = addMonths(calendarDate(strike.at), -policy.strikeMonths);
    const counted = sorted
      .slice(0, index + 1)
      .filter((one) => calendarDate(one.at) >= oldest)
      .map((one) => one.id);
    if (counted.length < policy.strikesForBan) continue;
    const untilAt = endOfDate(addMonths(calendarDate(strike.at), policy.banMonths));
    const last = bans.at(-1);
    const running = last && last.untilAt > strike.at ? last : null;
    bans.push({
      fromAt: running?.fromAt ?? strike.at,
      untilAt,
      strikeIds: [...new Set([...(running?.strikeIds ?? []), ...counted])],
    });
  }
  return bans.at(-1) ?? null;
}
