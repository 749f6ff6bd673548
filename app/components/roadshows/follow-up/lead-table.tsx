import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { Table } from "~/components/ui/table";
import { leadHref } from "~/domain/roadshows/events/roadshow-href";
import type { LeadItem } from "~/domain/roadshows/follow-up/lead-view";
import { LeadReasons, LeadStateBadge } from "./lead-badges";

/** Leads of a person's organisations, one a row. */
export function LeadTable({ items, empty }: { items: readonly LeadItem[]; empty: ReactNode }) {
  const { t } = useTranslation("leads");
  return (
    <Card padding="flush">
      <Table
        caption={t("title")}
        rows={items}
        rowKey={(row) => row.id}
        empty={empty}
        narrow="cards"
        columns={[
          {
            key: "participant",
            header: t("participant"),
            rowHeader: true,
            cell: (row) => (
              <>
                <Link to={leadHref(row.id)} className="link font-medium">
                  {row.participantName}
                </Link>
                <span className="block text-sm text-muted">
                  {row.participantUnit || t("noOrganisation")}
                </span>
              </>
            ),
          },
          {
            key: "project",
            header: t("project"),
            cell: (row) => (
              <>
                {row.project.title}
                <span className="block text-sm text-muted">{row.event.title}</span>
              </>
            ),
          },
          {
            key: "reasons",
            header: t("reason"),
            cell: (row) => <LeadReasons reasons={row.reasons} />,
          },
          { key: "state", header: t("state"), cell: (row) => <LeadStateBadge state={row.state} /> },
          { key: "owner", header: t("owner"), cell: (row) => row.ownerName ?? t("noOwner") },
          {
            key: "due",
            header: t("due"),
            cell: (row) =>
              row.state === "NEW" && row.replyDueAt ? (
                <span className="whitespace-nowrap">
                  <DateTime value={row.replyDueAt} format="date" />{" "}
                  {row.isOverdue && <Badge tone="danger">{t("overdue")}</Badge>}
                </span>
              ) : (
                ""
              ),
          },
        ]}
      />
    </Card>
  );
}
