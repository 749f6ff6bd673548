import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { ProjectStateBadge, SideBadge } from "~/components/roadshows/call/project-state";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Deadline } from "~/components/ui/deadline";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { listOwnProjects } from "~/domain/roadshows/call/own-project-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["pitches", "common"]);
    const { page, skip, size } = readPaging(new URL(request.url).searchParams, PAGE_SIZE);
    const found = await listOwnProjects(getDb(), actor, { skip, take: size });
    return { ...found, page, title: `${t("pitches:title")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Projects of the organisations that the reader belongs to. */
export default function OwnProjectsPage() {
  const { t } = useTranslation("pitches");
  const { items, total, page } = useLoaderData<typeof loader>();
  const from = (page - 1) * PAGE_SIZE;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Card padding="flush">
        <Table
          caption={t("title")}
          rows={items}
          rowKey={(one) => one.id}
          empty={
            <EmptyState
              icon="bulb"
              title={t("empty.title")}
              actions={<LinkButton to="/roadshows">{t("empty.action")}</LinkButton>}
            >
              {t("empty.text")}
            </EmptyState>
          }
          columns={[
            {
              key: "title",
              header: t("column.title"),
              rowHeader: true,
              cell: (one) => (
                <>
                  <Link className="link" to={`/desk/pitches/${one.id}`}>
                    {one.title || t("number", { number: one.number })}
                  </Link>
                  <span className="mt-0.5 flex flex-wrap items-center gap-2 text-sm text-muted">
                    <SideBadge side={one.side} /> {one.organisation}
                  </span>
                </>
              ),
            },
            {
              key: "roadshow",
              header: t("column.roadshow"),
              cell: (one) => (
                <Link className="link" to={`/roadshows/${one.roadshowNumber}`}>
                  {one.roadshowTitle}
                </Link>
              ),
            },
            {
              key: "state",
              header: t("column.state"),
              cell: (one) => <ProjectStateBadge state={one.state} />,
            },
            {
              key: "due",
              header: t("column.due"),
              cell: (one) => (one.dueAt ? <Deadline value={one.dueAt} /> : "—"),
            },
          ]}
        />
      </Card>
      <Pagination
        previousTo={page > 1 ? `?page=${page - 1}` : null}
        nextTo={from + items.length < total ? `?page=${page + 1}` : null}
      />
    </>
  );
}
