import type { DbOrTx } from "~/platform/db.server";

/** Public listings under one code. */
export type CodeCount = { code: string; achievements: number; needs: number };

type Row = { kind: "A" | "N"; code: string; count: number };

/** Brings the two kinds together, the fullest code first. */
export function mergeCounts(rows: readonly Row[]): CodeCount[] {
  const byCode = new Map<string, CodeCount>();
  for (const { kind, code, count } of rows) {
    const found = byCode.get(code) ?? { code, achievements: 0, needs: 0 };
    if (kind === "A") found.achievements += count;
    else found.needs += count;
    byCode.set(code, found);
  }
  return [...byCode.values()].sort(
    (a, b) => b.achievements + b.needs - (a.achievements + a.needs) || (a.code < b.code ? -1 : 1),
  );
}

/** Public listings by city (a province or an unknown place stands for itself). */
export async function countByCity(db: DbOrTx): Promise<CodeCount[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT 'A' AS kind, left("regionCode", 4) || '00' AS code, count(*)::int AS count
    FROM "Achievement" WHERE state = 'PUBLISHED' AND "regionCode" IS NOT NULL GROUP BY 2
    UNION ALL
    SELECT 'N', left("regionCode", 4) || '00', count(*)::int
    FROM "Need" WHERE state = 'PUBLISHED' AND "regionCode" IS NOT NULL GROUP BY 2`;
  return mergeCounts(rows);
}

/**
 * Public listings by top-level technology field; a listing of two fields counts in both. Listings are
 * grouped by their set of codes first: there are few sets and many listings.
 */
export async function countByField(db: DbOrTx): Promise<CodeCount[]> {
  const rows = await db.$queryRaw<Row[]>`
    WITH sets AS (
      SELECT 'A' AS kind, "fieldCodes" AS codes, count(*) AS count
      FROM "Achievement" WHERE state = 'PUBLISHED' GROUP BY 2
      UNION ALL
      SELECT 'N', "fieldCodes", count(*) FROM "Need" WHERE state = 'PUBLISHED' GROUP BY 2
    )
    SELECT kind, top.code, sum(count)::int AS count
    FROM sets, LATERAL (SELECT DISTINCT split_part(one, '.', 1) AS code FROM unnest(codes) one) top
    GROUP BY kind, top.code`;
  return mergeCounts(rows);
}
