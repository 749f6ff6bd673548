import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";

export type QueueItemView = {
  kind: "achievement" | "need" | "organisation";
  id: string;
  title: string;
  organisationName: string;
  submittedAt: Date | null;
  dueAt: Date | null;
  href: string;
};

/** What a reviewer should take next: overdue first, then by clock. */
export function QueueTable({ items, asOf }: { items: ReadonlyArray<QueueItemView>; asOf: Date }) {
  const { t } = useTranslation("desk");
  return (
    <Table
      caption={t("office.next")}
      rows={items}
      rowKey={(row) => `${row.kind}-${row.id}`}
      empty={
        <EmptyState icon="check" title={t("office.nextNone")}>
          {t("office.nextNoneText")}
        </EmptyState>
      }
      columns={[
        {
          key: "title",
          header: t("office.item"),
          rowHeader: true,
          cell: (row) => (
            <Link to={row.href} className="link break-words">
              {row.title}
            </Link>
          ),
        },
        { key: "kind", header: t("office.kind"), cell: (row) => t(`office.${row.kind}`) },
        { key: "owner", header: t("office.owner"), cell: (row) => row.organisationName },
        {
          key: "submitted",
          header: t("office.submitted"),
          cell: (row) => row.submittedAt && <DateTime value={row.submittedAt} />,
        },
        {
          key: "due",
          header: t("office.due"),
          cell: (row) => <Due dueAt={row.dueAt} asOf={asOf} />,
        },
      ]}
    />
  );
}

function Due({ dueAt, asOf }: { dueAt: Date | null; asOf: Date }) {
  const { t } = useTranslation("desk");
  if (!dueAt) return null;
  const isOverdue = dueAt.getTime() < asOf.getTime();
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <DateTime value={new Date(dueAt.getTime() - 60_000)} className="tabular" />
      {isOverdue && (
        <Badge tone="danger" icon="clock">
          {t("office.overdue")}
        </Badge>
      )}
    </span>
  );
}
