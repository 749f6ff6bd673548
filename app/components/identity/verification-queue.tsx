import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import { ORGANISATION_KINDS } from "~/domain/identity/organisation-schema";
import { DueDate } from "./due-date";
import { OrganisationStateBadge } from "./state-badge";

type Row = {
  id: string;
  legalName: string;
  kind: string;
  state: string;
  regionName: string;
  submittedAt: Date | null;
  dueAt: Date | null;
};

/** Organisations that wait for a decision. */
export function VerificationQueue({ rows, now }: { rows: readonly Row[]; now: Date }) {
  const { t } = useTranslation("identity");
  const kindText = (kind: string) => {
    const known = ORGANISATION_KINDS.find((one) => one === kind);
    return known ? t(`kinds.${known}`) : kind;
  };
  return (
    <Card padding="flush">
      <Table
        caption={t("queue.organisations")}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="certificate" title={t("queue.emptyOrganisations")}>
            {t("queue.emptyText")}
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            header: t("queue.name"),
            rowHeader: true,
            cell: (row) => (
              <Link className="link" to={`/office/verifications/${row.id}`}>
                {row.legalName}
              </Link>
            ),
          },
          { key: "kind", header: t("queue.kind"), cell: (row) => kindText(row.kind) },
          { key: "region", header: t("queue.region"), cell: (row) => row.regionName },
          {
            key: "state",
            header: t("queue.state"),
            cell: (row) => <OrganisationStateBadge state={row.state} />,
          },
          {
            key: "submitted",
            header: t("queue.submitted"),
            cell: (row) => (row.submittedAt ? <DateTime value={row.submittedAt} /> : "—"),
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
