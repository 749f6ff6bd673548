import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { CopyButton } from "~/components/ui/copy-button";
import { DescriptionList } from "~/components/ui/description-list";
import type { ContractPageView } from "~/domain/contracts/contract-view";

/** The contract as files; before it is final, marked as a draft. */
export function ContractDownloads({ page, href }: { page: ContractPageView; href: string }) {
  const { t } = useTranslation("contracts");
  const link = (format: string, label: string) => (
    <li>
      {/* A file, not a page: the browser fetches it. */}
      <a className="link" href={`${href}/document?format=${format}`} download>
        {label}
      </a>
    </li>
  );
  return (
    <Card title={page.final ? t("finalTitle") : t("downloads")}>
      {page.final && (
        <DescriptionList
          items={[
            {
              label: t("fingerprint"),
              value: (
                <span className="flex flex-wrap items-center gap-2">
                  <code className="break-all text-sm">{page.final.sha256}</code>
                  <CopyButton text={page.final.sha256} />
                </span>
              ),
            },
            { label: t("pageCount"), value: t("finalPages", { pages: page.final.pages }) },
          ]}
        />
      )}
      <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-2">
        {page.hasSealed && link("sealed", t("downloadSealed"))}
        {page.final && link("final", t("downloadFinal"))}
        {link("docx", t("downloadDocx"))}
        {!page.final && link("pdf", t("downloadPreview"))}
      </ul>
    </Card>
  );
}
