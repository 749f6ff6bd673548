import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { IntentionStateBadge } from "~/components/challenges/challenge-state";
import { PageHeader } from "~/components/layout/page-header";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Deadline } from "~/components/ui/deadline";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { listOwnIntentions } from "~/domain/challenges/intention-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["challenges", "common"]);
    const { page, skip, size } = readPaging(new URL(request.url).searchParams, PAGE_SIZE);
    const found = await listOwnIntentions(getDb(), actor, { skip, take: size });
    return {
      ...found,
      page,
      title: `${t("challenges:nav.intentions")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Intentions of the organisations that the reader belongs to. */
export default function OwnIntentionsPage() {
  const { t } = useTranslation("challenges");
  const { items, total, page } = useLoaderData<typeof loader>();
  const from = (page - 1) * PAGE_SIZE;
  return (
    <>
      <PageHeader title={t("nav.intentions")} lead={t("work.intention.listLead")} />
      <Card padding="flush">
        <Table
          caption={t("nav.intentions")}
          rows={items}
          rowKey={(one) => one.id}
          empty={
            <EmptyState
              icon="target"
              title={t("work.intention.emptyTitle")}
              actions={<LinkButton to="/challenges">{t("work.intention.toList")}</LinkButton>}
            >
              {t("work.intention.emptyText")}
            </EmptyState>
          }
          columns={[
            {
              key: "title",
              header: t("list.column.title"),
              rowHeader: true,
              cell: (one) => (
                <>
                  <Link className="link" to={`/desk/intentions/${one.id}`}>
                    {one.title}
                  </Link>
                  <span className="block text-sm text-muted">{one.organisation}</span>
                </>
              ),
            },
            { key: "poster", header: t("page.poster"), cell: (one) => one.poster },
            {
              key: "due",
              header: t("page.due"),
              cell: (one) => one.intentionsDueAt && <Deadline value={one.intentionsDueAt} />,
            },
            {
              key: "state",
              header: t("work.screening.state"),
              cell: (one) => <IntentionStateBadge state={one.state} />,
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
