import { issueReport } from "~/domain/roadshows/follow-up/issue-report.server";
import { readReportWords } from "~/domain/roadshows/follow-up/report-words.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import { translatorFor } from "~/i18n/i18next.server";
import type { JobContext } from "../job-handler";

/** Makes the papers of a frozen report. */
export async function makeReportPapers(
  { reportId }: JobPayloads["roadshows.report"],
  { db }: JobContext,
): Promise<void> {
  const locale = "zh-CN";
  const words = await readReportWords(db, locale, translatorFor(locale, "leads"));
  await issueReport(reportId, translatorFor(locale, "common")("marketName"), words, db);
}
