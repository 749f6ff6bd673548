import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { Tabs } from "~/components/ui/tabs";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { formatLastDay } from "./last-day";

export type QueueView = {
  kind: ListingKind | null;
  isChanges: boolean;
  page: number;
  size: number;
  total: number;
  counts: Record<ListingKind, number>;
  overdue: number;
  hasMoreChanges: boolean;
  rows: {
    kind: ListingKind;
    id: string;
    number: number;
    title: string;
    organisationName: string;
    region: string;
    submittedAt: Date | null;
    dueAt: Date | null;
    isOverdue: boolean;
    round: number;
    to: string;
  }[];
  changes: {
    id: string;
    title: string;
    organisationName: string;
    number: number;
    note: string;
    at: Date;
    to: string;
    versionsTo: string;
  }[];
};

function linkTo(view: QueueView, change: { kind?: ListingKind | null; page?: number }): string {
  const params = new URLSearchParams();
  if (view.isChanges) params.set("view", "changes");
  const kind = change.kind === undefined ? view.kind : change.kind;
  if (kind && !view.isChanges) params.set("kind", kind);
  if (change.page && change.page > 1) params.set("page", String(change.page));
  const query = params.toString();
  return query ? `/office/reviews?${query}` : "/office/reviews";
}

function Waiting({ view }: { view: QueueView }) {
  const { t } = useTranslation(["review", "catalogue"]);
  return (
    <Table
      caption={t("queueTitle")}
      rows={view.rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="inbox" title={t("emptyTitle")}>
          {t("emptyText")}
        </EmptyState>
      }
      columns={[
        {
          key: "title",
          header: t("columnTitle"),
          rowHeader: true,
          cell: (row) => (
            <>
              <Link className="link" to={row.to}>
                {row.title || t("catalogue:edit.untitled")}
              </Link>
              <p className="text-xs font-normal text-muted">
                {t(`catalogue:kind.${row.kind}`)}
                {row.round > 1 && ` · ${t("roundNumber", { round: row.round })}`}
              </p>
            </>
          ),
        },
        {
          key: "organisation",
          header: t("columnOrganisation"),
          cell: (row) => row.organisationName,
        },
        { key: "region", header: t("columnRegion"), cell: (row) => row.region },
        {
          key: "submitted",
          header: t("columnSubmitted"),
          cell: (row) => row.submittedAt && <DateTime value={row.submittedAt} />,
        },
        {
          key: "due",
          header: t("columnDue"),
          cell: (row) =>
            row.dueAt && (
              <span className="inline-flex flex-wrap items-center gap-1.5">
                {formatLastDay(row.dueAt)}
                {row.isOverdue && <Badge tone="danger">{t("dueOverdue")}</Badge>}
              </span>
            ),
        },
      ]}
    />
  );
}

function Changes({ view }: { view: QueueView }) {
  const { t } = useTranslation(["review", "catalogue"]);
  return (
    <Table
      caption={t("changesTitle")}
      rows={view.changes}
      rowKey={(row) => `${row.id}-${row.number}`}
      empty={<EmptyState icon="history" title={t("changesEmpty")} />}
      columns={[
        {
          key: "title",
          header: t("columnTitle"),
          rowHeader: true,
          cell: (row) => (
            <Link className="link" to={row.to}>
              {row.title}
            </Link>
          ),
        },
        {
          key: "organisation",
          header: t("columnOrganisation"),
          cell: (row) => row.organisationName,
        },
        {
          key: "version",
          header: t("columnVersion"),
          cell: (row) => (
            <Link className="link" to={row.versionsTo}>
              {t("catalogue:detail.version", { number: row.number })}
            </Link>
          ),
        },
        { key: "note", header: t("columnNote"), cell: (row) => row.note },
        { key: "at", header: t("columnAt"), cell: (row) => <DateTime value={row.at} /> },
      ]}
    />
  );
}

/** What waits for a decision, and what was changed after publication. */
export function ReviewQueuePage({ view }: { view: QueueView }) {
  const { t } = useTranslation("review");
  const all = view.counts.achievement + view.counts.need;
  const from = (view.page - 1) * view.size + 1;
  const hasNext = view.isChanges ? view.hasMoreChanges : view.page * view.size < view.total;
  return (
    <div className="space-y-5">
      <PageHeader
        title={t("queueTitle")}
        lead={t(view.isChanges ? "changesLead" : "queueLead")}
        meta={
          view.overdue > 0 && (
            <Badge tone="danger" icon="clock">
              {t("overdue", { count: view.overdue })}
            </Badge>
          )
        }
      />
      <Tabs
        label={t("queueTitle")}
        items={[
          {
            to: "/office/reviews",
            label: t("all"),
            count: all,
            current: !view.kind && !view.isChanges,
          },
          {
            to: "/office/reviews?kind=achievement",
            label: t("achievements"),
            count: view.counts.achievement,
            current: view.kind === "achievement" && !view.isChanges,
          },
          {
            to: "/office/reviews?kind=need",
            label: t("needs"),
            count: view.counts.need,
            current: view.kind === "need" && !view.isChanges,
          },
          {
            to: "/office/reviews?view=changes",
            label: t("changesTitle"),
            current: view.isChanges,
          },
        ]}
      />
      <Card padding="flush">
        {view.isChanges ? <Changes view={view} /> : <Waiting view={view} />}
      </Card>
      {(view.page > 1 || hasNext) && (
        <Pagination
          previousTo={view.page > 1 ? linkTo(view, { page: view.page - 1 }) : undefined}
          nextTo={hasNext ? linkTo(view, { page: view.page + 1 }) : undefined}
          summary={
            view.isChanges
              ? ""
              : t("summary", {
                  from,
                  to: Math.min(from + view.size - 1, view.total),
                  total: view.total,
                })
          }
        />
      )}
    </div>
  );
}
