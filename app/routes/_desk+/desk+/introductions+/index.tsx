import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { IntroductionTable } from "~/components/matching/introduction-table";
import { LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { listIntroductions } from "~/domain/matching/introduction-queries.server";
import { clock } from "~/domain/shared/clock";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["matching", "common"]);
    const params = new URL(request.url).searchParams;
    const box = params.get("box") === "outbox" ? ("outbox" as const) : ("inbox" as const);
    const { page, skip, size } = readPaging(params, PAGE_SIZE);
    const { organisationId } = actor;
    const found = organisationId
      ? await listIntroductions(organisationId, box, { skip, take: size }, actor, getDb())
      : { items: [], total: 0, waiting: 0 };
    return {
      title: `${t("introductionsTitle")} · ${t("common:marketName")}`,
      now: clock.now().getTime(),
      box,
      page,
      ...found,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function IntroductionsPage() {
  const { t } = useTranslation("matching");
  const { box, page, items, total, waiting, now } = useLoaderData<typeof loader>();
  const isInbox = box === "inbox";
  const from = (page - 1) * PAGE_SIZE;
  const pageLink = (to: number) => `/desk/introductions?box=${box}&page=${to}`;
  return (
    <>
      <PageHeader title={t("introductionsTitle")} lead={t("introductionsLead")} />
      <div className="grid gap-5">
        <Tabs
          label={t("introductionsTitle")}
          items={[
            {
              to: "/desk/introductions?box=inbox",
              label: t("inbox"),
              ...(waiting > 0 ? { count: waiting } : {}),
              current: isInbox,
            },
            { to: "/desk/introductions?box=outbox", label: t("outbox"), current: !isInbox },
          ]}
        />
        <IntroductionTable
          items={items}
          now={now}
          empty={
            <EmptyState
              icon="chat"
              title={isInbox ? t("emptyInboxTitle") : t("emptyOutboxTitle")}
              actions={<LinkButton to="/desk/matches">{t("findMatches")}</LinkButton>}
            >
              {isInbox ? t("emptyInboxText") : t("emptyOutboxText")}
            </EmptyState>
          }
        />
        {total > PAGE_SIZE && (
          <Pagination
            previousTo={page > 1 ? pageLink(page - 1) : null}
            nextTo={from + items.length < total ? pageLink(page + 1) : null}
            summary={t("summary", { from: from + 1, to: from + items.length, total })}
          />
        )}
      </div>
    </>
  );
}
