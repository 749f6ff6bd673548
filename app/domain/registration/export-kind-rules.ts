/** What can be taken out of a case, by the name of the file. */
export const EXPORTS = [
  "form.xlsx",
  "form.pdf",
  "dossier.zip",
  "exchange.json",
  "tax.json",
] as const;

export type ExportKind = (typeof EXPORTS)[number];

export function isExportKind(text: string | undefined): text is ExportKind {
  return EXPORTS.some((one) => one === text);
}

export const EXPORT_CONTENT_TYPES: Record<ExportKind, string> = {
  "form.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "form.pdf": "application/pdf",
  "dossier.zip": "application/zip",
  "exchange.json": "application/json; charset=utf-8",
  "tax.json": "application/json; charset=utf-8",
};
