import type { TFunction } from "i18next";
import type { DbOrTx } from "~/platform/db.server";
import type { ReportWords } from "./report-paper-rules";

/** The words of a report in one language, with the names of the technology fields. */
export async function readReportWords(
  db: DbOrTx,
  locale: "zh-CN" | "en",
  t: TFunction<"leads">,
): Promise<ReportWords> {
  const rows = await db.codeItem.findMany({
    where: { list: "fields" },
    select: { code: true, nameZh: true, nameEn: true },
  });
  const names = new Map(rows.map((row) => [row.code, locale === "en" ? row.nameEn : row.nameZh]));
  return { locale, t, fieldName: (code) => names.get(code) ?? code };
}
