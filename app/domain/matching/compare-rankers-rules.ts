import { pairedBootstrap } from "#search/match/evaluate/bootstrap";
import {
  auc,
  calibrationError,
  calibrationOf,
  type Judged,
  meanOf,
  ndcgAt,
  precisionAt,
  RELATED,
} from "#search/match/evaluate/metrics";
import type { RankerRow } from "./comparison-view";
import type { JudgedPair } from "./judged-pairs-queries.server";

type Scored = { score: number; related: number } | null;

/** Scores the same judged pairs with every version. A version that cannot score them is left out. */
export function measureRankers(
  pairs: readonly JudgedPair[],
  versions: readonly string[],
  current: string,
  score: (version: string, inputs: JudgedPair["inputs"]) => Scored,
): RankerRow[] {
  const byNeed = new Map<string, JudgedPair[]>();
  for (const pair of pairs) {
    const known = byNeed.get(pair.needId);
    if (known) known.push(pair);
    else byNeed.set(pair.needId, [pair]);
  }
  const ndcgOf = new Map<string, (number | null)[]>();
  const rows = versions.flatMap((version): Omit<RankerRow, "difference">[] => {
    const estimates: { chance: number; isTrue: boolean }[] = [];
    const needs: Judged[][] = [];
    for (const members of byNeed.values()) {
      const judged: Judged[] = [];
      for (const { level, inputs } of members) {
        const scored = score(version, inputs);
        if (!scored) return [];
        judged.push({ level, score: scored.score });
        estimates.push({ chance: scored.related, isTrue: level >= RELATED });
      }
      needs.push(judged);
    }
    const ndcg = needs.map((need) => ndcgAt(need, 10));
    ndcgOf.set(version, ndcg);
    return [
      {
        version,
        ndcg10: meanOf(ndcg),
        auc: meanOf(needs.map(auc)),
        p5: meanOf(needs.map((need) => precisionAt(need, 5))),
        calibrationError: calibrationError(calibrationOf(estimates)),
      },
    ];
  });
  const base = ndcgOf.get(current);
  return rows.map((row) => {
    const own = ndcgOf.get(row.version) ?? [];
    const differences = own.flatMap((value, index) => {
      const other = base?.[index] ?? null;
      return value === null || other === null ? [] : [value - other];
    });
    const isBase = row.version === current || !base;
    return { ...row, difference: isBase ? null : pairedBootstrap(differences) };
  });
}
