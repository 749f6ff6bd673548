import { useTranslation } from "react-i18next";
import { buttonClass } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import type { ExportKind } from "~/domain/registration/export-kind-rules";

const KEYS = {
  "form.xlsx": "form_xlsx",
  "form.pdf": "form_pdf",
  "dossier.zip": "dossier_zip",
  "exchange.json": "exchange_json",
  "tax.json": "tax_json",
} as const satisfies Record<ExportKind, string>;

/** What can be taken out of a case now. `base`: address of the case. */
export function ExportFiles({ exports, base }: { exports: readonly ExportKind[]; base: string }) {
  const { t } = useTranslation("certificates");
  return (
    <Card title={t("exports.files")}>
      <p className="mb-4 text-muted">{t("exports.filesLead")}</p>
      <ul className="divide-y divide-line">
        {exports.map((kind) => (
          <li key={kind} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <span className="min-w-0">
              <span className="block font-medium text-ink">{t(`exports.file.${KEYS[kind]}`)}</span>
              <span className="block text-sm text-muted">
                {t(`exports.fileHint.${KEYS[kind]}`)}
              </span>
            </span>
            {/* A plain link: the answer is a file, not a page. */}
            <a
              className={buttonClass("secondary", "sm")}
              href={`${base}/export/${kind}`}
              aria-label={`${t("exports.download")} ${t(`exports.file.${KEYS[kind]}`)}`}
            >
              {t("exports.download")}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
