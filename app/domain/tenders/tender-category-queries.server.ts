import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { SUB_KINDS } from "~/domain/shared/tech-contract";
import type { DbOrTx } from "~/platform/db.server";

/** Sub-kinds of contract that a tender can lead to, named in a language. */
export async function listTenderCategories(
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

/** Dated limits that the form of a tender tells beforehand. */
export async function getTenderLimits(db: DbOrTx) {
  return {
    bondMaxBp: await getPolicyNumber(db, "market.tender.bond_max_bp"),
    biddingDays: await getPolicyNumber(db, "market.tender.bidding_days"),
  };
}
