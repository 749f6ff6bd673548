import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { Table } from "~/components/ui/table";
import type { TradeCaseType } from "~/domain/oversight/strike-rules";
import type { TradeDisputeState } from "~/domain/oversight/trade-dispute-procedure";
import { DisputeStateBadge } from "./oversight-state";
import { TradeName } from "./trade-name";

type Row = {
  id: string;
  number: number;
  state: TradeDisputeState;
  caseType: TradeCaseType;
  caseNumber: number;
  caseTitle: string;
  organisation: string;
  createdAt: Date;
};

type DisputeTableProps = {
  rows: readonly Row[];
  /** Folder of the pages that the numbers lead to. */
  under: string;
  hasNames?: boolean;
  empty: ReactNode;
};

/** Disputes with the trade that they are about. */
export function DisputeTable({ rows, under, hasNames, empty }: DisputeTableProps) {
  const { t } = useTranslation("oversight");
  return (
    <Card padding="flush">
      <Table
        caption={t(hasNames ? "tabs.disputes" : "disputes.caption")}
        rows={rows}
        rowKey={(row) => row.id}
        empty={empty}
        columns={[
          {
            key: "number",
            header: t("disputes.number"),
            rowHeader: true,
            cell: (row) => (
              <Link className="link" to={`${under}/${row.id}`}>
                {t("dispute.title", { number: row.number })}
              </Link>
            ),
          },
          {
            key: "trade",
            header: t("disputes.trade"),
            cell: (row) => (
              <TradeName caseType={row.caseType} number={row.caseNumber} title={row.caseTitle} />
            ),
          },
          ...(hasNames
            ? [
                {
                  key: "who",
                  header: t("dispute.raisedBy"),
                  cell: (row: Row) => row.organisation,
                },
              ]
            : []),
          {
            key: "at",
            header: t("disputes.at"),
            cell: (row) => <DateTime value={row.createdAt} />,
          },
          {
            key: "state",
            header: t("disputes.state"),
            cell: (row) => <DisputeStateBadge state={row.state} />,
          },
        ]}
      />
    </Card>
  );
}
