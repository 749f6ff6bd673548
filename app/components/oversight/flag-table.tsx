import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import type { FlagEvidence, FlagKind } from "~/domain/oversight/flag-rules";
import type { TradeFlagState } from "~/domain/oversight/trade-flag-procedure";
import { FlagReasonText } from "./flag-reason";
import { FlagStateBadge } from "./oversight-state";
import { TradeName, type TradeNameProps } from "./trade-name";

type Row = {
  id: string;
  state: TradeFlagState;
  kind: FlagKind;
  createdAt: Date;
  organisations: string[];
  evidence: FlagEvidence;
  trade: TradeNameProps;
};

/** Clues with what they are about; the name of a clue leads to its evidence. */
export function FlagTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation("oversight");
  return (
    <Card padding="flush">
      <Table
        caption={t("flags.caption")}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="shield" title={t("flags.emptyTitle")}>
            {t("flags.emptyText")}
          </EmptyState>
        }
        columns={[
          {
            key: "what",
            header: t("flags.what"),
            rowHeader: true,
            cell: (row) => (
              <>
                <Link className="link" to={`/office/oversight/${row.id}`}>
                  {t(`kinds.${row.kind}`)}
                </Link>
                <span className="mt-0.5 block font-normal text-muted">
                  <FlagReasonText evidence={row.evidence} />
                </span>
              </>
            ),
          },
          { key: "trade", header: t("flags.trade"), cell: (row) => <TradeName {...row.trade} /> },
          {
            key: "parties",
            header: t("flags.parties"),
            cell: (row) => row.organisations.join("、"),
          },
          {
            key: "found",
            header: t("flags.found"),
            cell: (row) => <DateTime value={row.createdAt} />,
          },
          {
            key: "state",
            header: t("flags.state"),
            cell: (row) => <FlagStateBadge state={row.state} />,
          },
        ]}
      />
    </Card>
  );
}
