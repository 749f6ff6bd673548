import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DateTime } from "~/components/ui/date-time";
import { Table } from "~/components/ui/table";
import type { ContractItem } from "~/domain/contracts/contract-view";
import { ContractStateBadge } from "./contract-state";

/** Contracts of one room. */
export function ContractTable({ dealId, items }: { dealId: string; items: ContractItem[] }) {
  const { t } = useTranslation("contracts");
  return (
    <Table
      caption={t("listCaption")}
      narrow="cards"
      rows={items}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "title",
          header: t("columnTitle"),
          rowHeader: true,
          cell: (row) => (
            <>
              <Link className="link" to={`/desk/deals/${dealId}/contracts/${row.id}`}>
                {row.title}
              </Link>
              <span className="block text-sm text-muted">
                {t(`kinds.${row.kind}`)} · {row.categoryName} · {row.number}
              </span>
            </>
          ),
        },
        {
          key: "state",
          header: t("columnState"),
          cell: (row) => <ContractStateBadge state={row.state} />,
        },
        {
          key: "version",
          header: t("columnVersion"),
          cell: (row) => t("version", { number: row.draftNumber }),
        },
        {
          key: "created",
          header: t("columnCreated"),
          cell: (row) => <DateTime value={row.createdAt} format="date" />,
        },
        {
          key: "signed",
          header: t("columnSigned"),
          cell: (row) => row.signedOn ?? "—",
        },
      ]}
    />
  );
}
