import type { DbOrTx } from "~/platform/db.server";

/** A division with those below it, in the shape of a cascading choice. */
export type RegionNode = { value: string; label: string; children?: RegionNode[] };

type Row = { code: string; parentCode: string | null; nameZh: string; nameEn: string };

// Divisions change once a year, by a seed; half a minute of age costs nothing.
const AGE_MS = 30_000;
let cached: { at: number; db: DbOrTx; rows: Row[] } | undefined;

async function readRegions(db: DbOrTx): Promise<Row[]> {
  if (cached && cached.db === db && performance.now() - cached.at < AGE_MS) return cached.rows;
  const rows = await db.region.findMany({
    where: { validTo: null },
    orderBy: { code: "asc" },
    select: { code: true, parentCode: true, nameZh: true, nameEn: true },
  });
  cached = { at: performance.now(), db, rows };
  return rows;
}

const nameOf = (row: Row, locale: string) => (locale === "en" ? row.nameEn : row.nameZh);

/** All divisions in force as a tree. */
export async function listRegionTree(db: DbOrTx, locale: string): Promise<RegionNode[]> {
  const rows = await readRegions(db);
  const nodes = new Map(
    rows.map((row) => [row.code, { value: row.code, label: nameOf(row, locale) }]),
  );
  const tops: RegionNode[] = [];
  for (const row of rows) {
    const node: RegionNode | undefined = nodes.get(row.code);
    const parent: RegionNode | undefined = row.parentCode ? nodes.get(row.parentCode) : undefined;
    if (!node) continue;
    if (!parent) {
      tops.push(node);
      continue;
    }
    parent.children ??= [];
    parent.children.push(node);
  }
  return tops;
}

/** Full names such as 山东省 济南市 历下区, by code; a code that is not in force has none. */
export async function namesOfRegions(
  db: DbOrTx,
  codes: readonly string[],
  locale: string,
): Promise<Map<string, string>> {
  const rows = new Map((await readRegions(db)).map((row) => [row.code, row]));
  const names = new Map<string, string>();
  for (const code of codes) {
    const path: string[] = [];
    for (
      let row = rows.get(code);
      row;
      row = row.parentCode ? rows.get(row.parentCode) : undefined
    ) {
      path.unshift(nameOf(row, locale));
    }
    if (path.length > 0)
      names.set(code, locale === "en" ? path.reverse().join(", ") : path.join(" "));
  }
  return names;
}
