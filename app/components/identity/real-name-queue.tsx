import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import { maskName } from "~/domain/identity/contact-rules";
import { useDocumentKindText } from "./document-kind-text";
import { DueDate } from "./due-date";

type Row = {
  id: string;
  legalName: string;
  documentKind: string;
  createdAt: Date;
  dueAt: Date | null;
};

/** Real-name applications that wait; names are masked until a case is opened. */
export function RealNameQueue({ rows, now }: { rows: readonly Row[]; now: Date }) {
  const { t } = useTranslation("identity");
  const kindText = useDocumentKindText();
  return (
    <Card padding="flush">
      <Table
        caption={t("queue.people")}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="user" title={t("queue.emptyPeople")}>
            {t("queue.emptyText")}
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            header: t("queue.applicant"),
            rowHeader: true,
            cell: (row) => (
              <Link className="link" to={`/office/verifications/people/${row.id}`}>
                {maskName(row.legalName)}
              </Link>
            ),
          },
          {
            key: "document",
            header: t("queue.document"),
            cell: (row) => kindText(row.documentKind),
          },
          {
            key: "submitted",
            header: t("queue.submitted"),
            cell: (row) => <DateTime value={row.createdAt} />,
          },
          {
            key: "due",
            header: t("queue.due"),
            cell: (row) => <DueDate dueAt={row.dueAt} now={now} />,
          },
        ]}
      />
    </Card>
  );
}
