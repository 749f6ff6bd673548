import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { buttonClass } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import type { PaperRow } from "~/domain/registration/certificate-view";

/** The papers of a case, each as it was issued. `base`: address of the case. */
export function CertificatePapers({ papers, base }: { papers: readonly PaperRow[]; base: string }) {
  const { t } = useTranslation("certificates");
  return (
    <Card title={t("exports.papers")} padding="flush">
      <Table
        caption={t("exports.papers")}
        rows={papers}
        rowKey={(paper) => paper.id}
        empty={<EmptyState icon="info" title={t("exports.noPapers")} />}
        columns={[
          {
            key: "kind",
            header: t("field.paper"),
            rowHeader: true,
            cell: (paper) => (
              <span className="flex flex-wrap items-center gap-2">
                {t(`kind.${paper.kind}`)}
                {paper.kind === "CERTIFICATE" && paper.issuedAt && (
                  <Badge tone={paper.supersededAt ? "neutral" : "success"}>
                    {paper.supersededAt ? t("exports.superseded") : t("exports.inForce")}
                  </Badge>
                )}
              </span>
            ),
          },
          {
            key: "version",
            header: t("field.version"),
            cell: (paper) => t("field.versionNumber", { version: paper.version }),
          },
          { key: "issuer", header: t("field.issuer"), cell: (paper) => paper.issuer },
          {
            key: "issuedAt",
            header: t("exports.issuedAt"),
            cell: (paper) =>
              paper.issuedAt ? (
                <DateTime value={paper.issuedAt} format="datetime" />
              ) : (
                <span className="text-muted">{t("exports.making")}</span>
              ),
          },
          {
            key: "file",
            header: "",
            label: t("exports.download"),
            cell: (paper) =>
              paper.issuedAt ? (
                // A plain link: the answer is a file, not a page.
                <a
                  className={buttonClass("secondary", "sm")}
                  href={`${base}/papers/${paper.id}`}
                  aria-label={`${t("exports.download")} ${t(`kind.${paper.kind}`)} ${paper.version}`}
                >
                  {t("exports.download")}
                </a>
              ) : null,
          },
        ]}
      />
    </Card>
  );
}
