import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Badge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { Tabs } from "~/components/ui/tabs";
import { KIND, type ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { type ListingState, listingProcedure } from "~/domain/catalogue/listing-procedure";
import { formatLastDay } from "./last-day";
import { StateBadge } from "./state-badge";

export type MineView = {
  kind: ListingKind;
  organisationName: string | null;
  canCreate: boolean;
  state: ListingState | null;
  isOnlyMine: boolean;
  page: number;
  size: number;
  total: number;
  byState: Record<string, number>;
  rows: {
    id: string;
    number: number;
    title: string;
    state: ListingState;
    hasPending: boolean;
    viewCount: number;
    interestCount: number;
    updatedAt: Date;
    expiresAt: Date | null;
    isExpiringSoon: boolean;
  }[];
};

/** Where the owner goes next with a listing in this state. */
function nextPath(kind: ListingKind, row: MineView["rows"][number]): string {
  const desk = `/desk/${KIND[kind].segment}/${row.id}`;
  if (row.state === "DRAFT" || row.state === "CORRECTION") return `${desk}/edit`;
  if (row.state === "PUBLISHED") return `/desk/matches?kind=${kind}&id=${row.id}`;
  return desk;
}

/** An organisation's listings of a kind, with what to do next. */
export function MinePage({ view }: { view: MineView }) {
  const { t } = useTranslation("catalogue");
  const { segment } = KIND[view.kind];
  const base = `/desk/${segment}`;
  const isAchievement = view.kind === "achievement";
  const link = (changes: { state?: string | null; mine?: boolean; page?: number }) => {
    const params = new URLSearchParams();
    const state = changes.state === undefined ? view.state : changes.state;
    if (state) params.set("state", state);
    if (changes.mine ?? view.isOnlyMine) params.set("mine", "1");
    if (changes.page && changes.page > 1) params.set("page", String(changes.page));
    const query = params.toString();
    return query ? `${base}?${query}` : base;
  };
  const all = Object.values(view.byState).reduce((sum, count) => sum + count, 0);
  const states = listingProcedure.states.filter((state) => (view.byState[state] ?? 0) > 0);
  const create = view.canCreate && (
    <LinkButton to={`${base}/new`} variant="primary" icon="plus">
      {t(isAchievement ? "mine.create" : "mine.createNeed")}
    </LinkButton>
  );
  const from = (view.page - 1) * view.size + 1;
  return (
    <div className="space-y-5">
      <PageHeader
        title={t(isAchievement ? "mine.titleAchievement" : "mine.titleNeed")}
        lead={
          view.organisationName
            ? t("mine.lead", { organisation: view.organisationName })
            : t("edit.noOrganisationText")
        }
        actions={
          <>
            {create}
            {view.canCreate && (
              <LinkButton to="/desk/imports" icon="upload">
                {t("mine.import")}
              </LinkButton>
            )}
          </>
        }
      />
      {all > 0 && (
        <Tabs
          label={t("mine.columnState")}
          items={[
            { to: link({ state: null }), label: t("mine.all"), count: all, current: !view.state },
            ...states.map((state) => ({
              to: link({ state }),
              label: t(`state.${state}`),
              count: view.byState[state] ?? 0,
              current: view.state === state,
            })),
          ]}
        />
      )}
      {(all > 0 || view.isOnlyMine) && (
        <p className="text-sm">
          <Link className="link" to={link({ mine: !view.isOnlyMine })}>
            {t(view.isOnlyMine ? "mine.everyone" : "mine.onlyMine")}
          </Link>
        </p>
      )}
      <Card padding="flush">
        <Table
          caption={t(isAchievement ? "mine.titleAchievement" : "mine.titleNeed")}
          rows={view.rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState
              icon={isAchievement ? "bulb" : "target"}
              title={t(all > 0 ? "mine.emptyState" : "mine.emptyTitle")}
              actions={all > 0 ? undefined : create}
            >
              {all > 0 ? undefined : t(isAchievement ? "mine.emptyAchievement" : "mine.emptyNeed")}
            </EmptyState>
          }
          columns={[
            {
              key: "title",
              header: t("mine.columnTitle"),
              rowHeader: true,
              cell: (row) => (
                <>
                  <Link className="link" to={`${base}/${row.id}`}>
                    {row.title || t("edit.untitled")}
                  </Link>
                  {row.hasPending && (
                    <Badge tone="warning" icon="edit">
                      {t("mine.pending")}
                    </Badge>
                  )}
                </>
              ),
            },
            {
              key: "state",
              header: t("mine.columnState"),
              cell: (row) => (
                <>
                  <StateBadge state={row.state} />
                  {row.isExpiringSoon && row.expiresAt && (
                    <p className="mt-1 text-xs text-warning-700">
                      {t("mine.expiresSoon", { date: formatLastDay(row.expiresAt) })}
                    </p>
                  )}
                </>
              ),
            },
            {
              key: "next",
              header: t("mine.columnNext"),
              cell: (row) => (
                <Link className="link" to={nextPath(view.kind, row)}>
                  {t(`mine.next.${row.state}`)}
                </Link>
              ),
            },
            {
              key: "counts",
              header: t("mine.columnCounts"),
              align: "end",
              cell: (row) => (
                <span className="tabular">
                  {row.viewCount} / {row.interestCount}
                </span>
              ),
            },
            {
              key: "updated",
              header: t("mine.columnUpdated"),
              align: "end",
              cell: (row) => <DateTime value={row.updatedAt} />,
            },
          ]}
        />
      </Card>
      {view.total > view.size && (
        <Pagination
          previousTo={view.page > 1 ? link({ page: view.page - 1 }) : undefined}
          nextTo={view.page * view.size < view.total ? link({ page: view.page + 1 }) : undefined}
          summary={t("mine.summary", {
            from,
            to: Math.min(from + view.size - 1, view.total),
            total: view.total,
          })}
        />
      )}
    </div>
  );
}
