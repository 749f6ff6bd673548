import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import type { MandateItem } from "~/domain/brokers/mandate-view";
import { lastDay } from "./board-columns";
import { MandateStateBadge } from "./state-badges";
import { useAmount } from "./use-amount";

/** Mandates of a person, as broker or client. */
export function MandateTable({ items }: { items: readonly MandateItem[] }) {
  const { t } = useTranslation("brokers");
  const amount = useAmount();
  const part = { broker: "asBroker", client: "asClient", onlooker: "onlooker" } as const;
  return (
    <Card padding="flush">
      <Table
        caption={t("mandates.title")}
        rows={items}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="handshake" title={t("mandates.emptyTitle")}>
            {t("mandates.emptyText")}
          </EmptyState>
        }
        columns={[
          {
            key: "number",
            header: t("mandates.number"),
            cell: (row) => (
              <span className="tabular">{t("mandates.numberValue", { number: row.number })}</span>
            ),
          },
          {
            key: "subject",
            header: t("mandates.subject"),
            rowHeader: true,
            cell: (row) => (
              <Link className="link" to={`/desk/mandates/${row.id}`}>
                {row.title}
              </Link>
            ),
          },
          {
            key: "with",
            header: t("mandates.with"),
            cell: (row) => (
              <>
                {row.role === "broker" ? row.clientName : row.brokerName}
                <span className="block text-sm text-muted">{t(`mandates.${part[row.role]}`)}</span>
              </>
            ),
          },
          {
            key: "state",
            header: t("mandates.state"),
            cell: (row) => <MandateStateBadge state={row.state} />,
          },
          {
            key: "due",
            header: t("mandates.due"),
            cell: (row) => (row.dueAt ? <DateTime value={lastDay(row.dueAt)} /> : "—"),
          },
          {
            key: "fee",
            header: t("mandates.fee"),
            align: "end",
            cell: (row) => <span className="tabular">{row.feeFen ? amount(row.feeFen) : "—"}</span>,
          },
        ]}
      />
    </Card>
  );
}
