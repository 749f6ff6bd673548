import type { Db } from "~/platform/db.server";
import { indexCodes } from "./code-name-rules";
import type { Codes } from "./read-row-rules";

/** The code lists that rows are read against, as they are now. */
export async function loadCodes(db: Db): Promise<Codes> {
  const [items, regions] = await Promise.all([
    db.codeItem.findMany({
      where: { list: { in: ["fields", "industries"] }, validTo: null },
      orderBy: [{ list: "asc" }, { sort: "asc" }],
      select: { list: true, code: true, parentCode: true, nameZh: true, nameEn: true },
    }),
    db.region.findMany({
      where: { validTo: null },
      select: { code: true, parentCode: true, level: true, nameZh: true },
    }),
  ]);
  return {
    fields: indexCodes(items.filter((item) => item.list === "fields")),
    industries: indexCodes(items.filter((item) => item.list === "industries")),
    regions,
  };
}
