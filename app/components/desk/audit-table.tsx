import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";

export type AuditEventView = {
  sequence: string;
  at: Date;
  action: string;
  actorUserId: string | null;
  actorName: string | null;
  subjectType: string;
  subjectId: string;
  detail: string;
  hash: string;
};

/** The record as it is: names of actions and subjects are those of the record, not translated. */
export function AuditTable({ events }: { events: ReadonlyArray<AuditEventView> }) {
  const { t } = useTranslation("desk");
  return (
    <Table
      caption={t("audit.title")}
      rows={events}
      rowKey={(row) => row.sequence}
      dense
      empty={
        <EmptyState icon="history" title={t("audit.none")}>
          {t("audit.noneText")}
        </EmptyState>
      }
      columns={[
        {
          key: "sequence",
          header: t("audit.sequence"),
          rowHeader: true,
          cell: (row) => <span className="tabular">{row.sequence}</span>,
        },
        {
          key: "at",
          header: t("audit.at"),
          cell: (row) => (
            <DateTime value={row.at} format="datetime" className="tabular whitespace-nowrap" />
          ),
        },
        {
          key: "action",
          header: t("audit.action"),
          cell: (row) => <Code>{row.action.replaceAll(".", ".\u200b")}</Code>,
        },
        {
          key: "who",
          header: t("audit.who"),
          cell: (row) =>
            row.actorUserId ? (
              <Link to={`?actor=${row.actorUserId}`} className="link">
                {row.actorName ?? row.actorUserId}
              </Link>
            ) : (
              t("audit.system")
            ),
        },
        {
          key: "subject",
          header: t("audit.subject"),
          cell: (row) => (
            <>
              {row.subjectType}
              <Link
                to={`?subject=${encodeURIComponent(row.subjectId)}`}
                title={row.subjectId}
                className="link block font-mono text-xs whitespace-nowrap"
              >
                {shortId(row.subjectId)}
              </Link>
            </>
          ),
        },
        {
          key: "detail",
          header: t("audit.detail"),
          cell: (row) => (
            <>
              {row.detail !== "{}" && <Code>{row.detail}</Code>}
              <span className="block font-mono text-xs text-muted" title={row.hash}>
                {row.hash.slice(0, 12)}…
              </span>
            </>
          ),
        },
      ]}
    />
  );
}

/** The random end of an id tells neighbours apart; the whole stands in the title and the address. */
function shortId(id: string): string {
  return id.length > 16 ? `…${id.slice(-12)}` : id;
}

function Code({ children }: { children: string }) {
  return <code className="font-mono text-xs wrap-anywhere">{children}</code>;
}
