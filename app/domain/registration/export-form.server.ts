import { calendarDate } from "~/domain/shared/clock";
import { renderPdf } from "~/platform/pdf-document.server";
import { formBlocks, formSections } from "./export-form-rules";
import type { ExportContent } from "./export-source-queries.server";
import { makeFormWorkbook } from "./export-workbook.server";
import type { PaperTexts } from "./paper-texts";

/** The registration form as XLSX, as it stands. */
export function exportFormWorkbook(content: ExportContent, texts: PaperTexts): Promise<Uint8Array> {
  const { form, officePart, names, asOf } = content;
  return makeFormWorkbook(formSections(form, officePart, names, texts), asOf, texts);
}

/** The registration form as PDF, as it stands, with places to sign on a print. */
export function exportFormPdf(
  content: ExportContent,
  texts: PaperTexts,
  locale: "zh-CN" | "en",
): Promise<Buffer> {
  const { form, officePart, names, asOf, number } = content;
  const { t } = texts;
  return renderPdf({
    title: `${t("exports.formTitle")} ${number}`,
    author: t("exports.author"),
    language: locale,
    createdAt: asOf,
    header: { right: number },
    blocks: formBlocks(
      formSections(form, officePart, names, texts),
      { number, asOf: calendarDate(asOf) },
      texts,
    ),
  });
}
