import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { ApplicationStateBadge, LotStateBadge } from "~/components/trading/lot-state";
import { nextOf } from "~/components/trading/own-applications";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { readPaging } from "~/domain/shared/pagination";
import { liveHref, lotHref } from "~/domain/trading/lot-href";
import { deadlineText } from "~/domain/trading/lot-instant-rules";
import { listOwnApplications } from "~/domain/trading/own-application-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;
const HERE = "/desk/lots/applications";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const paging = readPaging(new URL(request.url).searchParams, SIZE);
    const t = getFixedT(request, ["trading", "common"]);
    return {
      ...(await listOwnApplications(getDb(), actor, paging)),
      page: paging.page,
      title: `${t("trading:application.listTitle")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

type Row = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];

/** The next date that matters to an applicant. */
function dueOf({ lot, mayConfirm }: Row) {
  if (mayConfirm) return lot.confirmDueAt;
  return lot.state === "ANNOUNCED" ? lot.applicationsEndAt : lot.biddingStartsAt;
}

/** Applications of the person's organisations for lots. */
export default function OwnApplicationsPage() {
  const { rows, total, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation("trading");
  const browse = <LinkButton to="/lots">{t("application.browse")}</LinkButton>;
  return (
    <div className="space-y-5">
      <PageHeader
        title={t("application.listTitle")}
        lead={t("application.listLead")}
        actions={browse}
      />
      <Card padding="flush">
        <Table
          caption={t("application.listTitle")}
          rows={rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState icon="list" title={t("application.emptyTitle")} actions={browse}>
              {t("application.emptyText")}
            </EmptyState>
          }
          columns={[
            {
              key: "lot",
              header: t("application.lot"),
              rowHeader: true,
              cell: (row) => (
                <>
                  <Link className="link" to={lotHref(row.lot.number)}>
                    #{row.lot.number} {row.lot.title}
                  </Link>{" "}
                  <LotStateBadge state={row.lot.state} />
                </>
              ),
            },
            { key: "unit", header: t("application.unit"), cell: (row) => row.organisationName },
            {
              key: "state",
              header: t("application.stateColumn"),
              cell: (row) => (
                <>
                  <ApplicationStateBadge state={row.state} />
                  {row.bidderNumber !== null && (
                    <p className="text-sm text-muted">
                      {t("application.bidder", { number: row.bidderNumber })}
                    </p>
                  )}
                </>
              ),
            },
            {
              key: "next",
              header: t("application.nextColumn"),
              cell: (row) => (
                <div className="space-y-1">
                  <p>{t(`application.next.${nextOf(row, row.lot.state)}`)}</p>
                  {row.state === "QUALIFIED" && row.paymentHref && (
                    <Link className="link" to={row.paymentHref}>
                      {t("application.pay")}
                    </Link>
                  )}
                  {row.state === "ADMITTED" && row.lot.state === "BIDDING" && (
                    <Link className="link" to={liveHref(row.lot.number)}>
                      {t("page.live")}
                    </Link>
                  )}
                  {row.roomId && (
                    <Link className="link" to={`/desk/deals/${row.roomId}`}>
                      {t("desk.room")}
                    </Link>
                  )}
                  {row.mayConfirm && (
                    <Link className="link" to={lotHref(row.lot.number)}>
                      {t("page.confirm")}
                    </Link>
                  )}
                </div>
              ),
            },
            {
              key: "due",
              header: t("application.due"),
              align: "end",
              cell: (row) => {
                const due = dueOf(row);
                return due ? <span className="tabular">{deadlineText(due)}</span> : "—";
              },
            },
          ]}
        />
      </Card>
      {total > SIZE && (
        <Pagination
          previousTo={page > 1 ? `${HERE}?page=${page - 1}` : undefined}
          nextTo={page * SIZE < total ? `${HERE}?page=${page + 1}` : undefined}
          summary={t("list.count", { count: total })}
        />
      )}
    </div>
  );
}
