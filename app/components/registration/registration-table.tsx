import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DateTime } from "~/components/ui/date-time";
import { Table } from "~/components/ui/table";
import type { RegistrationListItem } from "~/domain/registration/registration-view";
import { useOfficeName } from "./dossier-summary";
import { RegistrationStateBadge } from "./registration-state";

/** The applications of one organisation. */
export function RegistrationTable({
  items,
  empty,
}: {
  items: readonly RegistrationListItem[];
  empty: ReactNode;
}) {
  const { t } = useTranslation("recognition");
  const officeName = useOfficeName();
  return (
    <Table
      caption={t("list.caption")}
      rows={items}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          key: "project",
          header: t("list.project"),
          rowHeader: true,
          cell: (row) => (
            <Link className="link" to={`/desk/registrations/${row.id}`}>
              {row.title}
            </Link>
          ),
        },
        {
          key: "state",
          header: t("list.state"),
          cell: (row) => <RegistrationStateBadge state={row.state} />,
        },
        {
          key: "completeness",
          header: t("list.completeness"),
          align: "end",
          cell: (row) => `${row.completeness}%`,
        },
        { key: "office", header: t("list.office"), cell: (row) => officeName(row.office) || "—" },
        {
          key: "due",
          header: t("list.due"),
          cell: (row) => (row.dueAt ? <DateTime value={row.dueAt} format="date" /> : "—"),
        },
        {
          key: "no",
          header: t("list.registrationNo"),
          cell: (row) => row.registrationNo ?? "—",
        },
      ]}
    />
  );
}
