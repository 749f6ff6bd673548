import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { formatBytes } from "~/components/ui/file-size";
import { Icon } from "~/components/ui/icon";
import { documentPath } from "~/domain/identity/document-file-rules";

export type DocumentView = {
  id: string;
  fileId: string;
  purpose: string;
  name: string;
  sizeBytes: number;
  createdAt: Date;
};

function usePurposeText() {
  const { t } = useTranslation("identity");
  return (purpose: string) =>
    purpose === "LICENCE" || purpose === "AUTHORISATION" || purpose === "USCC_OVERRIDE"
      ? t(`documents.${purpose}`)
      : purpose;
}

/** The documents of a verification, for members and reviewers. */
export function DocumentsCard({
  documents,
  mayAdd,
  mayRemove,
}: {
  documents: readonly DocumentView[];
  mayAdd: boolean;
  mayRemove: boolean;
}) {
  const { t } = useTranslation("identity");
  const purposeText = usePurposeText();
  return (
    <Card
      title={t("organisation.documents")}
      actions={
        mayAdd ? (
          <LinkButton to="/desk/organisation/documents" size="sm" icon="upload">
            {t("organisation.upload")}
          </LinkButton>
        ) : undefined
      }
    >
      {documents.length === 0 ? (
        <p className="text-muted">{t("organisation.noDocuments")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {documents.map((document) => (
            <li key={document.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
              <Icon name="file" className="text-muted" />
              <div className="min-w-0 flex-1">
                <p className="font-medium text-ink">{purposeText(document.purpose)}</p>
                <p className="flex flex-wrap gap-x-3 text-sm text-muted">
                  <a
                    className="link break-all"
                    href={documentPath(document.fileId)}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {document.name}
                  </a>
                  <span className="tabular">{formatBytes(document.sizeBytes)}</span>
                  <DateTime value={document.createdAt} />
                </p>
              </div>
              {mayRemove && (
                <Form method="post" action="/desk/organisation/documents">
                  <input type="hidden" name="documentId" value={document.id} />
                  <SubmitButton
                    variant="quiet"
                    size="sm"
                    aria-label={`${t("organisation.remove")} ${document.name}`}
                  >
                    {t("organisation.remove")}
                  </SubmitButton>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
