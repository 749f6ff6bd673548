import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import type { IntroductionRecord } from "~/domain/brokers/mandate-view";

/** Records of introductions with the confirmations of both sides. */
export function RecordTable({
  items,
  emptyTitle,
  emptyText,
}: {
  items: readonly IntroductionRecord[];
  emptyTitle: string;
  emptyText?: string;
}) {
  const { t } = useTranslation("brokers");
  const party = (name: string | null, at: string | null) => (
    <>
      {name ?? t("records.anonymous")}
      <span className="block text-sm text-muted">
        {at ? <DateTime value={at} format="datetime" /> : null}{" "}
        {at ? t("records.confirmedAt") : t("records.unconfirmed")}
      </span>
    </>
  );
  return (
    <Card padding="flush">
      <Table
        caption={t("records.title")}
        rows={items}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="handshake" title={emptyTitle}>
            {emptyText}
          </EmptyState>
        }
        columns={[
          {
            key: "matter",
            header: t("records.matter"),
            rowHeader: true,
            cell: (row) => (
              <>
                {row.title}
                <span className="tabular block text-sm text-muted">
                  {t("records.numberValue", { number: row.number })}
                  {row.mandateNumber !== null &&
                    ` · ${t("mandates.numberValue", { number: row.mandateNumber })}`}
                </span>
                {row.note && <span className="block text-sm text-body">{row.note}</span>}
              </>
            ),
          },
          {
            key: "at",
            header: t("records.at"),
            cell: (row) => <DateTime value={row.introducedAt} format="datetime" />,
          },
          { key: "broker", header: t("records.broker"), cell: (row) => row.brokerName },
          {
            key: "supply",
            header: t("records.supply"),
            cell: (row) => party(row.supplyName, row.supplyConfirmedAt),
          },
          {
            key: "demand",
            header: t("records.demand"),
            cell: (row) => party(row.demandName, row.demandConfirmedAt),
          },
          {
            key: "act",
            header: "",
            label: t("mandate.moves"),
            cell: (row) =>
              row.mayConfirm ? (
                <Form method="post" action="/desk/mandates/introductions">
                  <input type="hidden" name="id" value={row.id} />
                  <SubmitButton intent="confirm" variant="secondary" size="sm">
                    {t("records.confirm")}
                  </SubmitButton>
                </Form>
              ) : row.dealId ? (
                <Link className="link whitespace-nowrap" to={`/desk/deals/${row.dealId}`}>
                  {t("records.room")}
                </Link>
              ) : (
                "—"
              ),
          },
        ]}
      />
    </Card>
  );
}
