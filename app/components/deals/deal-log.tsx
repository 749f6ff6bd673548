import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { Table } from "~/components/ui/table";
import { Timeline } from "~/components/ui/timeline";
import type { DealLogView } from "~/domain/deals/deal-log-view";

/** Moves of the room. */
export function DealTimeline({ timeline }: Pick<DealLogView, "timeline">) {
  const { t } = useTranslation("deals");
  return (
    <Card title={t("log.timeline")}>
      <Timeline
        items={timeline.map((one) => ({
          id: one.id,
          title: one.move === "opened" ? t("log.opened") : t(`log.moves.${one.move as "pause"}`),
          at: one.at,
          actor: one.actorName ?? t("market"),
          ...(one.note ? { note: one.note } : {}),
        }))}
      />
    </Card>
  );
}

/** Audit events with their hashes. */
export function DealAuditTable({ events }: Pick<DealLogView, "events">) {
  const { t } = useTranslation("deals");
  return (
    <Card title={t("log.events")} padding="flush">
      <p className="px-4 py-3 text-sm text-muted">{t("log.eventsLead")}</p>
      <Table
        caption={t("log.eventsCaption")}
        rows={events}
        rowKey={(row) => String(row.sequence)}
        dense
        columns={[
          {
            key: "sequence",
            header: t("log.sequence"),
            rowHeader: true,
            cell: (row) => <span className="tabular">{row.sequence}</span>,
          },
          {
            key: "at",
            header: t("log.at"),
            cell: (row) => <DateTime value={row.at} format="datetime" />,
          },
          { key: "action", header: t("log.action"), cell: (row) => <code>{row.action}</code> },
          { key: "actor", header: t("log.actor"), cell: (row) => row.actorName ?? t("market") },
          {
            key: "hash",
            header: t("log.hash"),
            cell: (row) => <code className="text-xs break-all">{row.hash}</code>,
          },
        ]}
      />
    </Card>
  );
}
