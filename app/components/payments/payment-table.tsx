import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import type { PaymentListItem } from "~/domain/payments/payment-view";
import { PaymentStateBadge } from "./payment-state";
import { useFen } from "./use-fen";

type PaymentTableProps = {
  items: readonly PaymentListItem[];
  caption: string;
  hrefOf: (id: string) => string;
  /** Whose name stands in the row. */
  side: "payer" | "payee";
};

/** Payments, one a row. */
export function PaymentTable({ items, caption, hrefOf, side }: PaymentTableProps) {
  const { t } = useTranslation("payments");
  const fen = useFen();
  return (
    <Card padding="flush">
      <Table
        caption={caption}
        rows={items}
        rowKey={(one) => one.id}
        empty={
          <EmptyState icon="money" title={t("listEmpty")}>
            {t("listEmptyHint")}
          </EmptyState>
        }
        columns={[
          {
            key: "title",
            header: t("name"),
            rowHeader: true,
            cell: (one) => (
              <Link className="link" to={hrefOf(one.id)}>
                {one.title}
              </Link>
            ),
          },
          {
            key: "purpose",
            header: t("purpose"),
            cell: (one) => `${t(`purposes.${one.purpose}`)} · ${t(`cases.${one.caseType}`)}`,
          },
          { key: "reference", header: t("reference"), cell: (one) => one.reference },
          {
            key: "side",
            header: t(side),
            cell: (one) => (side === "payer" ? one.payer : (one.payee ?? t("payeeMarket"))),
          },
          {
            key: "amount",
            header: t("amount"),
            align: "end",
            cell: (one) => <span className="tabular whitespace-nowrap">{fen(one.amountFen)}</span>,
          },
          { key: "due", header: t("due"), cell: (one) => <DueText item={one} /> },
          {
            key: "state",
            header: t("state"),
            cell: (one) => <PaymentStateBadge state={one.state} />,
          },
        ]}
      />
    </Card>
  );
}

/** Until when it is to be paid, or returned. */
function DueText({ item }: { item: PaymentListItem }) {
  const { t } = useTranslation("payments");
  if (item.returnDueAt) {
    return (
      <span className="tabular">
        {t("returnDue")} <DateTime value={item.returnDueAt} format="datetime" />
        {item.isReturnLate && <span className="ml-2 text-danger-700">{t("overdue")}</span>}
      </span>
    );
  }
  const isOpen = item.state === "DUE" || item.state === "STARTED";
  if (!isOpen) return <>—</>;
  if (!item.dueAt) return <>{t("none")}</>;
  return (
    <span className="tabular">
      <DateTime value={item.dueAt} format="datetime" />
      {item.isOverdue && <span className="ml-2 text-danger-700">{t("overdue")}</span>}
    </span>
  );
}
