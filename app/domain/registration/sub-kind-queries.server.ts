import { SUB_KINDS } from "~/domain/shared/tech-contract";
import type { DbOrTx } from "~/platform/db.server";

/** The sub-kinds that a contract can be registered under, named in a language. */
export async function listSubKinds(
  db: DbOrTx,
  locale: string,
): Promise<{ value: string; label: string }[]> {
  const rows = await db.codeItem.findMany({
    where: { list: "contract-categories", code: { in: [...SUB_KINDS] } },
    orderBy: { sort: "asc" },
    select: { code: true, nameZh: true, nameEn: true },
  });
  return rows.map(({ code, nameZh, nameEn }) => ({
    value: code,
    label: locale.startsWith("zh") ? nameZh : nameEn,
  }));
}
