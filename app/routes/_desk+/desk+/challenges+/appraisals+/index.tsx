import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ChallengeStateBadge } from "~/components/challenges/challenge-state";
import { PageHeader } from "~/components/layout/page-header";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { listAppraisals } from "~/domain/challenges/appraisal-queries.server";
import type { ChallengeState } from "~/domain/challenges/challenge-procedure";
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
    const found = await listAppraisals(getDb(), actor, { skip, take: size });
    return {
      ...found,
      page,
      title: `${t("challenges:nav.appraisals")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Challenges that the reader is asked to appraise. */
export default function AppraisalsPage() {
  const { t } = useTranslation("challenges");
  const { items, total, page } = useLoaderData<typeof loader>();
  const from = (page - 1) * PAGE_SIZE;
  return (
    <>
      <PageHeader title={t("nav.appraisals")} lead={t("work.appraisal.listLead")} />
      <Card padding="flush">
        <Table
          caption={t("nav.appraisals")}
          rows={items}
          rowKey={(one) => one.challengeId}
          empty={
            <EmptyState icon="check" title={t("work.appraisal.emptyTitle")}>
              {t("work.appraisal.emptyText")}
            </EmptyState>
          }
          columns={[
            {
              key: "title",
              header: t("work.appraisal.column.title"),
              rowHeader: true,
              cell: (one) => (
                <Link className="link" to={`/desk/challenges/appraisals/${one.challengeId}`}>
                  {one.title}
                </Link>
              ),
            },
            {
              key: "state",
              header: t("work.appraisal.column.state"),
              cell: (one) => <ChallengeStateBadge state={one.state as ChallengeState} />,
            },
            {
              key: "seat",
              header: t("work.appraisal.column.seat"),
              cell: (one) => t(`work.case.expertStates.${one.seat}`),
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
