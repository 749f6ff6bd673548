import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { TenderBidStateBadge } from "~/components/tenders/tender-state";
import { TenderTable } from "~/components/tenders/tender-table";
import { LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { readPaging } from "~/domain/shared/pagination";
import { getTenderStart } from "~/domain/tenders/new-tender-queries.server";
import {
  listOwnBids,
  listOwnTenders,
  listTenderDuties,
} from "~/domain/tenders/tender-list-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;
const LISTS = ["own", "bids", "duties"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const t = getFixedT(request, ["tenders", "common"]);
    const query = new URL(request.url).searchParams;
    const { page, skip, size } = readPaging(query, SIZE);
    const list = LISTS.find((one) => one === query.get("list")) ?? "own";
    const paging = { skip, take: size };
    const none = { lines: [], total: 0 };
    const [own, bids, duties, start] = await Promise.all([
      list === "own" ? listOwnTenders(actor, db, paging) : none,
      list === "bids" ? listOwnBids(actor, db, paging) : none,
      list === "duties" ? listTenderDuties(actor, db, paging) : none,
      getTenderStart(actor, db),
    ]);
    const title = `${t("tenders:desk.title")} · ${t("common:marketName")}`;
    return { list, own, bids, duties, page, mayStart: start.organisationId !== null, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Own tenders, own bids, and the duties of key holders and committee members. */
export default function DeskTendersPage() {
  const { t } = useTranslation("tenders");
  const { list, own, bids, duties, page, mayStart } = useLoaderData<typeof loader>();
  const total = { own, bids, duties }[list].total;
  const to = (number: number) => `/desk/tenders?list=${list}&page=${number}`;
  return (
    <>
      <PageHeader
        title={t("desk.title")}
        lead={t("desk.lead")}
        actions={
          mayStart && (
            <LinkButton to="/desk/tenders/new" variant="primary" icon="plus">
              {t("desk.new")}
            </LinkButton>
          )
        }
      />
      <div className="space-y-5">
        <Tabs
          label={t("desk.title")}
          items={LISTS.map((one) => ({
            to: `/desk/tenders?list=${one}`,
            label: t(`desk.${one}`),
            current: one === list,
          }))}
        />
        {list === "own" && (
          <TenderTable
            lines={own.lines}
            caption={t("desk.own")}
            hrefOf={(line) => `/desk/tenders/${line.id}`}
            empty={<EmptyState icon="inbox" title={t("desk.emptyOwn")} />}
          />
        )}
        {list === "bids" && (
          <TenderTable
            lines={bids.lines}
            caption={t("desk.bids")}
            rowKey={(line) => line.bidId}
            hrefOf={(line) => `/tenders/${line.number}/bid`}
            empty={<EmptyState icon="inbox" title={t("desk.emptyBids")} />}
            extra={[
              {
                key: "bid",
                header: t("desk.bidState"),
                cell: (line) => <TenderBidStateBadge state={line.bidState} />,
              },
            ]}
          />
        )}
        {list === "duties" && (
          <TenderTable
            lines={duties.lines}
            caption={t("desk.duties")}
            hrefOf={(line) =>
              `/desk/tenders/${line.id}/${line.holds ? (line.issuedAt ? "opening" : "key") : "evaluation"}`
            }
            empty={<EmptyState icon="inbox" title={t("desk.emptyDuties")} />}
            extra={[
              {
                key: "duty",
                header: t("desk.duties"),
                cell: (line) => (
                  <span className="inline-flex flex-wrap gap-3">
                    {line.holds && (
                      <Link className="link" to={`/desk/tenders/${line.id}/key`}>
                        {t("desk.holdsKey")}
                      </Link>
                    )}
                    {line.evaluates && (
                      <Link className="link" to={`/desk/tenders/${line.id}/evaluation`}>
                        {t("desk.evaluates")}
                      </Link>
                    )}
                  </span>
                ),
              },
            ]}
          />
        )}
        <Pagination
          previousTo={page > 1 ? to(page - 1) : null}
          nextTo={page * SIZE < total ? to(page + 1) : null}
          summary={t("list.summary", { total })}
        />
      </div>
    </>
  );
}
