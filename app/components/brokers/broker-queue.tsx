import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import type { BrokerProfileState } from "~/domain/brokers/broker-profile-procedure";
import { lastDay } from "./board-columns";
import { ProfileStateBadge } from "./state-badges";

type Row = {
  id: string;
  displayName: string;
  state: string;
  agencyName: string | null;
  regionName: string;
  levelName: string;
  submittedAt: string | null;
  dueAt: string | null;
};

/** Profiles of the officer's regions. */
export function BrokerQueue({ rows, now }: { rows: readonly Row[]; now: string }) {
  const { t } = useTranslation("brokers");
  return (
    <Card padding="flush">
      <Table
        caption={t("queue.title")}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="certificate" title={t("queue.empty")}>
            {t("queue.emptyText")}
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            header: t("queue.name"),
            rowHeader: true,
            cell: (row) => (
              <Link className="link" to={`/office/brokers/${row.id}`}>
                {row.displayName}
              </Link>
            ),
          },
          {
            key: "agency",
            header: t("queue.agency"),
            cell: (row) => row.agencyName ?? t("public.independent"),
          },
          { key: "level", header: t("queue.level"), cell: (row) => row.levelName },
          { key: "region", header: t("queue.region"), cell: (row) => row.regionName },
          {
            key: "state",
            header: t("queue.state"),
            cell: (row) => <ProfileStateBadge state={row.state as BrokerProfileState} />,
          },
          {
            key: "submitted",
            header: t("queue.submitted"),
            cell: (row) => (row.submittedAt ? <DateTime value={row.submittedAt} /> : "—"),
          },
          {
            key: "due",
            header: t("queue.due"),
            cell: (row) =>
              row.dueAt ? (
                <span className="inline-flex flex-wrap items-center gap-2">
                  <DateTime value={lastDay(row.dueAt)} />
                  {row.dueAt <= now && <Badge tone="danger">{t("queue.overdue")}</Badge>}
                </span>
              ) : (
                "—"
              ),
          },
        ]}
      />
    </Card>
  );
}
