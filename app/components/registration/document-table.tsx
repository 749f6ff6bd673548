import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import type { DocumentView } from "~/domain/registration/registration-view";

type DocumentTableProps = {
  documents: readonly DocumentView[];
  registrationId: string;
  /** The reader may take papers out. */
  canRemove: boolean;
};

/** Papers of the dossier by kind, each with its hash. */
export function DocumentTable({ documents, registrationId, canRemove }: DocumentTableProps) {
  const { t } = useTranslation("recognition");
  return (
    <Table
      caption={t("page.documentCaption")}
      rows={documents}
      rowKey={(row) => row.id}
      empty={<EmptyState icon="file" title={t("page.noDocuments")} />}
      columns={[
        {
          key: "kind",
          header: t("page.documentKind"),
          cell: (row) => t(`document.${row.kind as "OTHER"}`),
        },
        {
          key: "name",
          header: t("page.file"),
          rowHeader: true,
          cell: (row) => (
            <a className="link" href={`/desk/registrations/${registrationId}/documents/${row.id}`}>
              {row.name}
            </a>
          ),
        },
        { key: "note", header: t("page.documentNote"), cell: (row) => row.note || "—" },
        {
          key: "hash",
          header: "SHA-256",
          cell: (row) => <code className="text-xs break-all">{row.sha256.slice(0, 16)}…</code>,
        },
        {
          key: "at",
          header: t("page.addedAt"),
          cell: (row) => <DateTime value={row.createdAt} />,
        },
        ...(canRemove
          ? [
              {
                key: "remove",
                header: t("page.remove"),
                cell: (row: DocumentView) => (
                  <Form method="post">
                    <input type="hidden" name="documentId" value={row.id} />
                    <SubmitButton intent="remove" size="sm" variant="quiet">
                      {t("page.remove")}
                    </SubmitButton>
                  </Form>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
