import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { formatDateTime } from "~/components/ui/date-time";
import { Table } from "~/components/ui/table";
import type { CaseItem } from "~/domain/registration/case-view";
import { formatFen } from "~/domain/shared/money";
import { RegistrationStateBadge } from "./registration-state";

const DAY_MS = 86_400_000;

type CaseTableProps = { items: readonly CaseItem[]; now: number; empty: ReactNode };

/** The queue: what it is about, who has it, and how much time is left. */
export function CaseTable({ items, now, empty }: CaseTableProps) {
  const { t, i18n } = useTranslation("recognition");
  return (
    <Table
      caption={t("queue.caption")}
      rows={items}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          key: "project",
          header: t("queue.project"),
          rowHeader: true,
          cell: (row) => (
            <>
              <Link className="link" to={`/office/registrations/${row.id}`}>
                {row.title}
              </Link>
              {row.registrationNo && (
                <span className="tabular block text-sm text-muted">{row.registrationNo}</span>
              )}
            </>
          ),
        },
        {
          key: "parties",
          header: t("queue.parties"),
          cell: (row) => `${row.seller} → ${row.buyer}`,
        },
        {
          key: "amount",
          header: t("queue.amount"),
          align: "end",
          cell: (row) => (row.totalFen === null ? "—" : formatFen(row.totalFen, i18n.language)),
        },
        {
          key: "state",
          header: t("queue.state"),
          cell: (row) => <RegistrationStateBadge state={row.state} />,
        },
        { key: "who", header: t("queue.who"), cell: (row) => row.registrars.join(" / ") || "—" },
        { key: "due", header: t("queue.due"), cell: (row) => <DueBadge item={row} now={now} /> },
      ]}
    />
  );
}

function DueBadge({ item, now }: { item: CaseItem; now: number }) {
  const { t } = useTranslation("recognition");
  if (!item.dueAt) return t("queue.noDue");
  if (item.isSuspended) return <Badge tone="warning">{t("queue.suspended")}</Badge>;
  const days = Math.ceil((new Date(item.dueAt).getTime() - now) / DAY_MS);
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <Badge tone={days <= 0 ? "danger" : days <= 5 ? "warning" : "neutral"} icon="clock">
        {days > 0 ? t("queue.days", { days }) : t("queue.late", { days: -days })}
      </Badge>
      <span className="tabular text-sm text-muted">{formatDateTime(item.dueAt, "date")}</span>
    </span>
  );
}
