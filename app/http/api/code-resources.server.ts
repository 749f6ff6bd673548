import type { z } from "zod";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";
import type { codeListSchema, codeListsSchema, regionsSchema } from "./resource-schema";

const day = (column: Date | null) => column?.toISOString().slice(0, 10) ?? null;

/** The code lists that the market uses. */
export async function readCodeLists(db: Db): Promise<z.output<typeof codeListsSchema>> {
  const groups = await db.codeItem.groupBy({
    by: ["list"],
    _count: true,
    orderBy: { list: "asc" },
  });
  return {
    items: groups.map((group) => ({
      list: group.list,
      count: group._count,
      url: `${appUrl()}/api/v1/codes/${group.list}`,
    })),
  };
}

/** One list with its dates of validity. @throws DomainError "not_found" (404) */
export async function readCodeList(list: string, db: Db): Promise<z.output<typeof codeListSchema>> {
  const rows = await db.codeItem.findMany({
    where: { list },
    orderBy: [{ sort: "asc" }, { code: "asc" }],
  });
  if (rows.length === 0) throw new DomainError("not_found", { status: 404 });
  return {
    list,
    items: rows.map((row) => ({
      code: row.code,
      parentCode: row.parentCode,
      nameZh: row.nameZh,
      nameEn: row.nameEn,
      validFrom: day(row.validFrom),
      validTo: day(row.validTo),
    })),
  };
}

/** The divisions of the country, or the children of one. */
export async function readRegions(
  params: URLSearchParams,
  db: Db,
): Promise<z.output<typeof regionsSchema>> {
  const parent = params.get("parent");
  if (parent !== null && !/^\d{6}$/.test(parent)) {
    throw new DomainError("not_a_choice", { field: "parent", status: 400 });
  }
  const items = await db.region.findMany({
    where: parent === null ? {} : { parentCode: parent },
    orderBy: { code: "asc" },
    select: { code: true, parentCode: true, level: true, nameZh: true, nameEn: true },
  });
  return { items };
}
