import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import type { StrikeKind, TradeCaseType } from "~/domain/oversight/strike-rules";
import { TradeName } from "./trade-name";

export type StrikeRow = {
  id: string;
  organisation: string;
  kind: StrikeKind;
  caseType: TradeCaseType;
  caseId: string;
  caseNumber: number;
  caseTitle: string;
  reason: string;
  createdAt: Date;
  liftedAt: Date | null;
  liftNote: string;
};

type StrikeTableProps = {
  rows: readonly StrikeRow[];
  /** Names the organisation in each row; left out where all are one's own. */
  hasNames?: boolean;
  title?: ReactNode;
  action?: (row: StrikeRow) => ReactNode;
};

/** Breaches with what they are about and whether they still count. */
export function StrikeTable({ rows, hasNames, title, action }: StrikeTableProps) {
  const { t } = useTranslation("oversight");
  return (
    <Card padding="flush" title={title}>
      <Table
        caption={t("strikes.caption")}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="check" title={t("strikes.emptyTitle")} headingLevel={3}>
            {t("strikes.emptyText")}
          </EmptyState>
        }
        columns={[
          {
            key: "what",
            header: t("strikes.what"),
            rowHeader: true,
            cell: (row) => (
              <>
                {hasNames && <span className="block">{row.organisation}</span>}
                {t(`strikeKinds.${row.kind}`)}
              </>
            ),
          },
          {
            key: "trade",
            header: t("strikes.trade"),
            cell: (row) => (
              <TradeName caseType={row.caseType} number={row.caseNumber} title={row.caseTitle} />
            ),
          },
          { key: "reason", header: t("strikes.reason"), cell: (row) => row.reason },
          {
            key: "at",
            header: t("strikes.at"),
            cell: (row) => <DateTime value={row.createdAt} />,
          },
          {
            key: "state",
            header: t("strikes.state"),
            cell: (row) =>
              row.liftedAt ? (
                t("strikes.lifted", { note: row.liftNote })
              ) : (
                <div className="space-y-2">
                  <span>{t("strikes.counts")}</span>
                  {action?.(row)}
                </div>
              ),
          },
        ]}
      />
    </Card>
  );
}
