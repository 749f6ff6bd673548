import { toMillionths } from "./share-rules";

/** One dated row of the policy parameters. Dates are calendar dates (YYYY-MM-DD), both inclusive. */
export interface PolicyRow {
  key: string;
  title: string;
  value: unknown;
  validFrom: string;
  validTo: string | null;
  source: string;
  confidence: string;
}

/** Why there is no value on a date: the rules known begin later, end earlier, or there are none. */
export type RuleGap =
  | { key: string; state: "before"; date: string }
  | { key: string; state: "after"; date: string }
  | { key: string; state: "missing" };

type Lookup = { row: PolicyRow } | { gap: RuleGap };

/**
 * The row of a key in force on a date, or why there is none. Nothing is carried over a gap: a date
 * that no row covers has no value.
 */
export function findPolicy(rows: readonly PolicyRow[], key: string, on: string): Lookup {
  const own = rows
    .filter((row) => row.key === key)
    .sort((a, b) => a.validFrom.localeCompare(b.validFrom));
  const inForce = own.findLast(
    (row) => row.validFrom <= on && (row.validTo === null || on <= row.validTo),
  );
  if (inForce) return { row: inForce };
  const ended = own.findLast((row) => row.validTo !== null && row.validTo < on);
  if (ended?.validTo) return { gap: { key, state: "after", date: ended.validTo } };
  const later = own[0];
  return {
    gap: later ? { key, state: "before", date: later.validFrom } : { key, state: "missing" },
  };
}

/** A rate or share in millionths. @throws TypeError when the row holds something else */
export function rateOf(row: PolicyRow): bigint {
  return toMillionths(numberOf(row));
}

/** An amount in yuan as fen. @throws TypeError when the row holds something else */
export function fenOf(row: PolicyRow): bigint {
  return BigInt(Math.round(numberOf(row) * 100));
}

/** @throws TypeError when the row holds no number */
export function numberOf(row: PolicyRow): number {
  if (typeof row.value !== "number") throw new TypeError(`policy ${row.key} is not a number`);
  return row.value;
}

/** A bracket of a progressive tax: up to and including `upToFen` (null: no end) at `rate`. */
export interface TaxBracket {
  upToFen: bigint | null;
  rate: bigint;
}

/** @throws TypeError when the row holds no table of brackets */
export function bracketsOf(row: PolicyRow): TaxBracket[] {
  if (!Array.isArray(row.value)) throw new TypeError(`policy ${row.key} is not a table`);
  return row.value.map((one: unknown) => {
    const { upTo, rate } = one as { upTo?: unknown; rate?: unknown };
    if (typeof rate !== "number") throw new TypeError(`policy ${row.key} has a line without rate`);
    return {
      upToFen: typeof upTo === "number" ? BigInt(Math.round(upTo * 100)) : null,
      rate: toMillionths(rate),
    };
  });
}
