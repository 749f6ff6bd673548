import { renderPdf } from "~/platform/pdf-document.server";
import { paperTitle, type ReportEvent, type ReportWords, reportBlocks } from "./report-paper-rules";
import type { KeptFigures } from "./report-view";

/**
 * A report as a PDF, of a frozen version or of the figures as they stand now.
 * @param author name of the market
 */
export function makeReportPdf(
  figures: KeptFigures,
  author: string,
  words: ReportWords,
  more: { frozen?: { version: number; hash: string }; events?: readonly ReportEvent[] } = {},
): Promise<Uint8Array> {
  const { t } = words;
  const right = more.frozen
    ? t("report.versionLine", { version: more.frozen.version })
    : t("report.liveLine");
  return renderPdf({
    title: `${figures.scope.title} ${paperTitle(figures, words)}`,
    author,
    language: words.locale,
    createdAt: new Date(figures.asOf),
    header: { left: author, right },
    footer: t("report.paperFooter"),
    blocks: reportBlocks(figures, words, more),
  });
}
