import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ChallengeTable } from "~/components/challenges/challenge-table";
import { PageHeader } from "~/components/layout/page-header";
import { LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { listOwnChallenges } from "~/domain/challenges/challenge-item-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["challenges", "common"]);
    const { page, skip, size } = readPaging(new URL(request.url).searchParams, PAGE_SIZE);
    const own = actor.memberships.map((one) => one.organisationId);
    const found = await listOwnChallenges(getDb(), own, { skip, take: size }, findLocale(request));
    return { ...found, page, title: `${t("challenges:nav.mine")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The poster's challenges. */
export default function OwnChallengesPage() {
  const { t } = useTranslation("challenges");
  const { items, total, page } = useLoaderData<typeof loader>();
  const from = (page - 1) * PAGE_SIZE;
  return (
    <>
      <PageHeader
        title={t("nav.mine")}
        lead={t("work.mine.lead")}
        actions={
          <LinkButton to="/desk/challenges/new" variant="primary" icon="plus">
            {t("work.mine.new")}
          </LinkButton>
        }
      />
      <ChallengeTable
        items={items}
        base="/desk/challenges"
        empty={
          <EmptyState icon="target" title={t("work.mine.emptyTitle")}>
            {t("work.mine.emptyText")}
          </EmptyState>
        }
      />
      <Pagination
        previousTo={page > 1 ? `?page=${page - 1}` : null}
        nextTo={from + items.length < total ? `?page=${page + 1}` : null}
      />
    </>
  );
}
