import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CopyButton } from "~/components/ui/copy-button";
import { EmptyState } from "~/components/ui/empty-state";
import { formatBytes } from "~/components/ui/file-size";
import { Table } from "~/components/ui/table";
import type { KeyView } from "~/domain/registration/certificate-view";

/** The verifier to download, its hash, and the keys that it holds. */
export function OfflineVerifier({
  file,
  keys,
}: {
  file: { sha256: string; sizeBytes: number };
  keys: readonly KeyView[];
}) {
  const { t } = useTranslation("certificates");
  return (
    <>
      <Card title={t("verify.offlineTitle")}>
        <div className="space-y-4">
          <p>{t("verify.offlineLead")}</p>
          {/* A plain link: the answer is a file, not a page. */}
          <a className={buttonClass("primary")} href="/verify/registrations/offline.html" download>
            {t("verify.offlineDownload")} · {formatBytes(file.sizeBytes)}
          </a>
          <div className="space-y-1">
            <p className="font-medium text-ink">{t("verify.offlineHash")}</p>
            <p className="font-mono text-sm break-all">{file.sha256}</p>
            <CopyButton text={file.sha256} />
            <p className="text-sm text-muted">{t("verify.offlineHashHint")}</p>
          </div>
          <Link className="link" to="/verify">
            {t("verify.allDocuments")}
          </Link>
        </div>
      </Card>
      <Card title={t("verify.keysTitle")} padding="flush">
        <p className="px-5 py-3 text-muted">{t("verify.keysLead")}</p>
        <Table
          caption={t("verify.keysTitle")}
          rows={keys}
          rowKey={(key) => key.id}
          empty={<EmptyState icon="info" title={t("verify.noKeys")} />}
          columns={[
            {
              key: "use",
              header: t("verify.keyUseTitle"),
              rowHeader: true,
              cell: (key) => t(`verify.keyUse.${key.use}`),
              className: "whitespace-nowrap",
            },
            {
              key: "algorithm",
              header: t("verify.keyAlgorithm"),
              cell: (key) => key.algorithm,
              className: "whitespace-nowrap",
            },
            {
              key: "from",
              header: t("verify.keyFrom"),
              cell: (key) => key.from,
              className: "whitespace-nowrap",
            },
            {
              key: "to",
              header: t("verify.keyTo"),
              cell: (key) => key.to ?? t("verify.keyInUse"),
              className: "whitespace-nowrap",
            },
            {
              key: "id",
              header: t("verify.keyFingerprint"),
              cell: (key) => <span className="font-mono text-xs break-all">{key.id}</span>,
            },
          ]}
        />
      </Card>
    </>
  );
}
