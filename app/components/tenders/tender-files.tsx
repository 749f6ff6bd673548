import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { formatBytes } from "~/components/ui/file-size";
import type { TenderFileView } from "~/domain/tenders/tender-view";

/** Documents of the call with their hashes. */
export function TenderFiles({
  files,
  hrefOf,
}: {
  files: readonly TenderFileView[];
  hrefOf: (fileId: string) => string;
}) {
  const { t } = useTranslation("tenders");
  return (
    <Card title={t("facts.files")}>
      {files.length === 0 ? (
        <p className="text-muted">{t("facts.noFiles")}</p>
      ) : (
        <ul className="space-y-3">
          {files.map((file) => (
            <li key={file.id}>
              <a className="link" href={hrefOf(file.fileId)}>
                {file.title || file.name}
              </a>{" "}
              <span className="text-sm text-muted">{formatBytes(file.sizeBytes)}</span>
              <p className="font-mono text-xs break-all text-muted">{file.sha256}</p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
