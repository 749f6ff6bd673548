import type { ReportFigures } from "./report-view";

/** Amounts of so many contracts and fewer are held back, as in the public statistics of the market. */
export const HELD_BACK_TO = 2;

/** Share in hundredths of a per cent, rounded half up; null of nothing. */
export function shareBp(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 10_000) / whole);
}

/** Average in hundredths, or null while fewer than `least` have answered. */
export function averageHundredths(values: readonly number[], least: number): number | null {
  if (values.length === 0 || values.length < least) return null;
  const sum = values.reduce((all, one) => all + one, 0);
  return Math.round((sum * 100) / values.length);
}

/** Top-level field of a code such as "4.2.1". */
export const topField = (code: string) => code.split(".")[0] ?? code;

/** Projects by top-level field; a project of two fields counts in both, one without any under "". */
export function countFields(
  projects: readonly { side: string; fieldCodes: readonly string[] }[],
): { code: string; supply: number; demand: number }[] {
  const counts = new Map<string, { supply: number; demand: number }>();
  for (const { side, fieldCodes } of projects) {
    const codes = fieldCodes.length > 0 ? new Set(fieldCodes.map(topField)) : [""];
    for (const code of codes) {
      const count = counts.get(code) ?? { supply: 0, demand: 0 };
      if (side === "SUPPLY") count.supply += 1;
      else count.demand += 1;
      counts.set(code, count);
    }
  }
  return [...counts]
    .map(([code, count]) => ({ code, ...count }))
    .sort((a, b) => b.supply + b.demand - (a.supply + a.demand) || (a.code < b.code ? -1 : 1));
}

/**
 * The figures that everybody may read: what people state is left out, and so are amounts behind which
 * one or two contracts could be made out, as in the market's own statistics.
 */
export function publicFigures(figures: ReportFigures): ReportFigures {
  const { outcomes } = figures;
  const isHeldBack = outcomes.registrations > 0 && outcomes.registrations <= HELD_BACK_TO;
  return {
    ...figures,
    outcomes: isHeldBack ? { ...outcomes, totalFen: null, technicalFen: null } : outcomes,
    stated: { intentions: 0, contracts: 0, statedFen: "0" },
    followUps: figures.followUps.map((one) => ({ ...one, statedFen: "0" })),
  };
}
