import type { CodeList, CodeName, References } from "#search/indexes/listing-document";
import type { FitAspect, FitPart } from "#search/match/types";
import type { DbOrTx } from "~/platform/db.server";
import type { FitView } from "./match-view-schema";

export type RegionNames = ReadonlyMap<string, CodeName>;

/** Names of the regions in which pairs meet; one query for a whole list. */
export async function loadRegionNames(
  db: DbOrTx,
  lists: readonly (readonly FitPart[])[],
): Promise<RegionNames> {
  const codes = lists.flatMap((parts) =>
    parts.filter((part) => part.aspect === "region").flatMap((part) => codesIn(part, "shared")),
  );
  if (codes.length === 0) return new Map();
  const rows = await db.region.findMany({
    where: { code: { in: [...new Set(codes)] } },
    select: { code: true, nameZh: true, nameEn: true },
  });
  return new Map(rows.map((row) => [row.code, { zh: row.nameZh, en: row.nameEn }]));
}

const LISTS: Partial<Record<FitAspect, CodeList>> = {
  field: "fields",
  industry: "industries",
  mode: "cooperation-modes",
};

/** Names shown for one aspect. */
const MAX_NAMES = 4;

/** The aspects of a pair as the page shows them. */
export function fitView(
  parts: readonly FitPart[],
  references: References,
  regions: RegionNames,
): FitView[] {
  return parts.map((part) => {
    const list = LISTS[part.aspect];
    const nameOf = (code: string) =>
      part.aspect === "region" ? regions.get(code) : list && references.codeName(list, code);
    const names = (key: string) => {
      const codes = codesIn(part, key);
      return (list ? deepest(codes, list, references) : codes)
        .slice(0, MAX_NAMES)
        .flatMap((code) => nameOf(code) ?? []);
    };
    const figures = Object.entries(part.detail).flatMap(([key, value]) =>
      typeof value === "number" ? [[key, value] as const] : [],
    );
    return {
      aspect: part.aspect,
      verdict: part.verdict,
      score: part.score,
      names: names("shared"),
      wanted: part.aspect === "mode" ? names("wanted") : [],
      offered: part.aspect === "mode" ? names("offered") : [],
      figures: Object.fromEntries(figures),
    };
  });
}

function codesIn(part: FitPart, key: string): string[] {
  const value = part.detail[key];
  return Array.isArray(value) ? value.filter((code) => typeof code === "string") : [];
}

/** Without the ancestors of other codes in the list: 钠离子电池 says more than 新能源. */
function deepest(codes: readonly string[], list: CodeList, references: References): string[] {
  const above = new Set(
    codes.flatMap((code) => references.withAncestors(list, code).filter((one) => one !== code)),
  );
  return codes.filter((code) => !above.has(code));
}
