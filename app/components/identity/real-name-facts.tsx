import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { formatBytes } from "~/components/ui/file-size";
import { maskDocument } from "~/domain/identity/contact-rules";
import { documentPath } from "~/domain/identity/document-file-rules";
import { useDocumentKindText } from "./document-kind-text";

export type RealNameFactsView = {
  legalName: string;
  documentKind: string;
  documentNumberLast4: string;
  createdAt: Date;
  file: { id: string; name: string; contentType: string; sizeBytes: number } | null;
  user: { name: string; realNameLevel: number; createdAt: Date };
};

/** A real-name application as the operator sees it. */
export function RealNameFacts({ file }: { file: RealNameFactsView }) {
  const { t } = useTranslation(["account", "identity"]);
  const kindText = useDocumentKindText();
  return (
    <Card title={t("identity:review.facts")}>
      <DescriptionList
        items={[
          { label: t("account:realName.legalName"), value: file.legalName },
          { label: t("account:realName.accountName"), value: file.user.name },
          { label: t("account:realName.documentKind"), value: kindText(file.documentKind) },
          {
            label: t("account:realName.documentNumber"),
            value: <span className="tabular">{maskDocument(file.documentNumberLast4)}</span>,
          },
          {
            label: t("identity:queue.submitted"),
            value: <DateTime value={file.createdAt} format="datetime" />,
          },
          {
            label: t("account:realName.file"),
            value: file.file && (
              <a
                className="link break-all"
                href={documentPath(file.file.id)}
                target="_blank"
                rel="noreferrer"
              >
                {file.file.name} ({formatBytes(file.file.sizeBytes)})
              </a>
            ),
          },
        ]}
      />
    </Card>
  );
}
