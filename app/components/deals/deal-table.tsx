import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { Table } from "~/components/ui/table";
import type { DealItem } from "~/domain/deals/deal-view";
import { DEAL_STEPS } from "~/domain/deals/next-step-rules";
import { DealStateBadge } from "./deal-state";

/** A person's rooms, each with whose turn it is. */
export function DealTable({ items, empty }: { items: readonly DealItem[]; empty: ReactNode }) {
  const { t } = useTranslation("deals");
  return (
    <Card padding="flush">
      <Table
        caption={t("list.caption")}
        rows={items}
        rowKey={(row) => row.id}
        empty={empty}
        columns={[
          {
            key: "deal",
            header: t("list.deal"),
            rowHeader: true,
            cell: (row) => (
              <>
                <Link className="link font-medium" to={`/desk/deals/${row.id}`}>
                  {row.title}
                </Link>{" "}
                {row.unread > 0 && (
                  <Badge tone="brand">{t("list.unread", { count: row.unread })}</Badge>
                )}
                <span className="block text-sm text-muted">
                  {t("number", { number: row.number })}
                  {row.role && ` · ${t(`roles.${row.role}`)}`}
                </span>
              </>
            ),
          },
          {
            key: "parties",
            header: t("list.parties"),
            cell: (row) => t("list.supplyTo", { supply: row.supplyName, demand: row.demandName }),
          },
          {
            key: "state",
            header: t("list.state"),
            cell: (row) => <DealStateBadge state={row.state} />,
          },
          {
            key: "next",
            header: t("list.next"),
            cell: (row) =>
              DEAL_STEPS[row.step].turn === "us" ? (
                <Link className="link font-medium" to={row.stepHref}>
                  {t(`stepShort.${row.step}`)}
                </Link>
              ) : (
                <span className="text-muted">{t(`stepShort.${row.step}`)}</span>
              ),
          },
          {
            key: "updated",
            header: t("list.updated"),
            cell: (row) => <DateTime value={row.lastAt} format="datetime" />,
          },
        ]}
      />
    </Card>
  );
}
