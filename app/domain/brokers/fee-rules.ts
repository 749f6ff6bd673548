import { FULL_SHARE_BP } from "./share-rules";

export const FEE_KINDS = ["FIXED", "STEPS", "NONE"] as const;
export type FeeKind = (typeof FEE_KINDS)[number];

/** One step of a percentage fee: the part of the turnover up to a limit, at its own rate. */
export type FeeStep = {
  /** Upper end in fen, as text because it is stored as JSON; null: no end. */
  uptoFen: string | null;
  rateBp: number;
};

export type FeeTable = { kind: FeeKind; fixedFeeFen: bigint | null; steps: readonly FeeStep[] };

export type FeeLine = { fromFen: bigint; toFen: bigint; rateBp: number; feeFen: bigint };
export type Fee = { totalFen: bigint; lines: FeeLine[] };

/**
 * The broker's fee by the table that was agreed: a fixed amount, or each part of the turnover at the
 * rate of its own step, rounded down to the fen once for each step. No law limits it; it is as agreed
 * (Civil Code art. 963).
 * @returns null when the table needs a turnover and there is none yet
 */
export function computeFee(table: FeeTable, turnoverFen: bigint | null): Fee | null {
  if (table.kind === "NONE") return { totalFen: 0n, lines: [] };
  if (table.kind === "FIXED") return { totalFen: table.fixedFeeFen ?? 0n, lines: [] };
  if (turnoverFen === null) return null;
  const lines: FeeLine[] = [];
  let fromFen = 0n;
  for (const step of table.steps) {
    if (fromFen >= turnoverFen) break;
    const end = step.uptoFen === null ? turnoverFen : BigInt(step.uptoFen);
    const toFen = end < turnoverFen ? end : turnoverFen;
    const feeFen = ((toFen - fromFen) * BigInt(step.rateBp)) / BigInt(FULL_SHARE_BP);
    lines.push({ fromFen, toFen, rateBp: step.rateBp, feeFen });
    fromFen = toFen;
  }
  return { totalFen: lines.reduce((sum, line) => sum + line.feeFen, 0n), lines };
}

export type StepFault = "steps_missing" | "steps_order" | "steps_open_end" | "steps_rate";

/** What is wrong with a table of steps, or null: ends must rise, and only the last may be open. */
export function stepFault(steps: readonly FeeStep[]): StepFault | null {
  if (steps.length === 0) return "steps_missing";
  let before = 0n;
  for (const [index, step] of steps.entries()) {
    if (step.rateBp < 0 || step.rateBp > FULL_SHARE_BP) return "steps_rate";
    if (step.uptoFen === null) {
      if (index < steps.length - 1) return "steps_open_end";
      continue;
    }
    const end = BigInt(step.uptoFen);
    if (end <= before) return "steps_order";
    before = end;
  }
  return steps.at(-1)?.uptoFen === null ? null : "steps_open_end";
}

/** Steps as the database keeps them; anything that is none is left out. */
export function readFeeSteps(stored: unknown): FeeStep[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((one: unknown) => {
    const { uptoFen, rateBp } = (one ?? {}) as { uptoFen?: unknown; rateBp?: unknown };
    if (typeof rateBp !== "number") return [];
    return [{ uptoFen: typeof uptoFen === "string" ? uptoFen : null, rateBp }];
  });
}

const PERCENT = /^(\d{1,3})(?:\.(\d{1,2}))?$/;

/** "2.5" or "2.5%" as basis points; null when it is no rate up to 100 %. */
export function parseRateBp(text: string): number | null {
  const match = PERCENT.exec(text.normalize("NFKC").replace(/[\s%]/g, ""));
  if (!match) return null;
  const bp = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return bp <= FULL_SHARE_BP ? bp : null;
}

/** Basis points for people: 250 is "2.5". */
export function ratePercent(bp: number): string {
  return String(bp / 100);
}
