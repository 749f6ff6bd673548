import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { LotStateBadge } from "~/components/trading/lot-state";
import { useLotText } from "~/components/trading/use-lot-text";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { Tabs } from "~/components/ui/tabs";
import { can, membershipOf } from "~/domain/identity/permission-rules";
import { readPaging } from "~/domain/shared/pagination";
import { listDeskLots } from "~/domain/trading/desk-lot-queries.server";
import { deadlineText } from "~/domain/trading/lot-instant-rules";
import { isLotState, lotProcedure } from "~/domain/trading/lot-procedure";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const params = new URL(request.url).searchParams;
    const paging = readPaging(params, SIZE);
    const asked = params.get("state") ?? "";
    const state = isLotState(asked) ? asked : null;
    const { organisationId } = actor;
    const maySell = organisationId !== null && can(actor, "lot.create", { organisationId });
    const found = maySell
      ? await listDeskLots(getDb(), organisationId, { state }, paging)
      : { rows: [], total: 0, byState: {} as Record<string, number> };
    const t = getFixedT(request, ["trading", "common"]);
    return {
      ...found,
      state,
      maySell,
      page: paging.page,
      organisationName: membershipOf(actor, organisationId)?.organisationName ?? null,
      title: `${t("trading:desk.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Lots of the organisation that a person acts for. */
export default function DeskLotsPage() {
  const view = useLoaderData<typeof loader>();
  const { t } = useTranslation("trading");
  const { fen } = useLotText();
  const base = "/desk/lots";
  const to = (state: string | null, page = 1) => {
    const params = new URLSearchParams();
    if (state) params.set("state", state);
    if (page > 1) params.set("page", String(page));
    return params.size > 0 ? `${base}?${params}` : base;
  };
  const all = Object.values(view.byState).reduce((sum, count) => sum + count, 0);
  const create = view.maySell && (
    <LinkButton to={`${base}/new`} variant="primary" icon="plus">
      {t("desk.create")}
    </LinkButton>
  );
  return (
    <div className="space-y-5">
      <PageHeader
        title={t("desk.title")}
        lead={
          view.maySell && view.organisationName
            ? t("desk.lead", { organisation: view.organisationName })
            : t("desk.noOrganisation")
        }
        actions={create}
      />
      {all > 0 && (
        <Tabs
          label={t("desk.column.state")}
          items={[
            { to: to(null), label: t("desk.all"), count: all, current: !view.state },
            ...lotProcedure.states
              .filter((state) => (view.byState[state] ?? 0) > 0)
              .map((state) => ({
                to: to(state),
                label: t(`state.${state}`),
                count: view.byState[state] ?? 0,
                current: view.state === state,
              })),
          ]}
        />
      )}
      <Card padding="flush">
        <Table
          caption={t("desk.title")}
          rows={view.rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState icon="money" title={t("desk.emptyTitle")} actions={create}>
              {t("desk.emptyText")}
            </EmptyState>
          }
          columns={[
            {
              key: "title",
              header: t("desk.column.title"),
              rowHeader: true,
              cell: (row) => (
                <Link className="link" to={`${base}/${row.id}`}>
                  #{row.number} {row.title || t("desk.untitled")}
                </Link>
              ),
            },
            {
              key: "state",
              header: t("desk.column.state"),
              cell: (row) => <LotStateBadge state={row.state} />,
            },
            {
              key: "price",
              header: t("desk.column.price"),
              align: "end",
              cell: (row) => (
                <span className="tabular">{fen(row.priceFen ?? row.startPriceFen)}</span>
              ),
            },
            {
              key: "applications",
              header: t("desk.column.applications"),
              align: "end",
              cell: (row) => <span className="tabular">{row.applicationCount}</span>,
            },
            {
              key: "dates",
              header: t("desk.column.dates"),
              align: "end",
              cell: (row) => {
                const at = row.state === "ANNOUNCED" ? row.applicationsEndAt : row.biddingStartsAt;
                return at ? <span className="tabular">{deadlineText(at)}</span> : "—";
              },
            },
          ]}
        />
      </Card>
      {view.total > SIZE && (
        <Pagination
          previousTo={view.page > 1 ? to(view.state, view.page - 1) : undefined}
          nextTo={view.page * SIZE < view.total ? to(view.state, view.page + 1) : undefined}
          summary={t("list.count", { count: view.total })}
        />
      )}
    </div>
  );
}
