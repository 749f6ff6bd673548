import type { TFunction } from "i18next";
import { nameCodes } from "~/domain/statistics/names-queries.server";
import type { DbOrTx } from "~/platform/db.server";
import type { ReportWords } from "./report-paper-rules";

/** The words of a report in one language, with the names of the technology fields. */
export async function readReportWords(
  db: DbOrTx,
  locale: "zh-CN" | "en",
  t: TFunction<"leads">,
): Promise<ReportWords> {
  const names = await nameCodes(db, "fields");
  return {
    locale,
    t,
    fieldName: (code) => names.get(code)?.[locale === "en" ? "en" : "zh"] ?? code,
  };
}
