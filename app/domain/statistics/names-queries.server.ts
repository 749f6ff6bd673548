import type { DbOrTx } from "~/platform/db.server";

/** A name in both languages; the page takes the one it needs. */
export type Name = { zh: string; en: string };

const toName = (row: { nameZh: string; nameEn: string }): Name => ({
  zh: row.nameZh,
  en: row.nameEn,
});

/** Names of the codes of a list. */
export async function nameCodes(db: DbOrTx, list: string): Promise<Map<string, Name>> {
  const rows = await db.codeItem.findMany({
    where: { list },
    orderBy: { sort: "asc" },
    select: { code: true, nameZh: true, nameEn: true },
  });
  return new Map(rows.map((row) => [row.code, toName(row)]));
}

/** Names of divisions. */
export async function nameRegions(db: DbOrTx, codes: Iterable<string>): Promise<Map<string, Name>> {
  const rows = await db.region.findMany({
    where: { code: { in: [...new Set(codes)] } },
    select: { code: true, nameZh: true, nameEn: true },
  });
  return new Map(rows.map((row) => [row.code, toName(row)]));
}
