import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { LeadTable } from "~/components/roadshows/follow-up/lead-table";
import { LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { listLeads } from "~/domain/roadshows/follow-up/lead-list-queries.server";
import { leadProcedure } from "~/domain/roadshows/follow-up/lead-procedure";
import { isId } from "~/domain/shared/ids";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["leads", "common"]);
    const params = new URL(request.url).searchParams;
    const { page, skip, size } = readPaging(params, PAGE_SIZE);
    const state = leadProcedure.states.find((one) => one === params.get("state")) ?? null;
    const isMine = params.get("whose") === "mine";
    const asked = params.get("event");
    const roadshowId = asked && isId(asked) ? asked : null;
    const filter = { state, isMine, roadshowId };
    const found = await listLeads({ ...filter, skip, take: size }, actor, getDb());
    return { ...found, ...filter, page, title: `${t("leads:title")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Leads from roadshows that a person, or the person's organisation, has to answer. */
export default function LeadsPage() {
  const { t } = useTranslation("leads");
  const { items, total, byState, state, isMine, roadshowId, page } = useLoaderData<typeof loader>();
  const from = (page - 1) * PAGE_SIZE;
  const to = (changes: Record<string, string | null>) => {
    const params = new URLSearchParams();
    const all = { state, whose: isMine ? "mine" : null, event: roadshowId, ...changes };
    for (const [name, value] of Object.entries(all)) if (value) params.set(name, value);
    return `?${params.toString()}`;
  };
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <LinkButton to={to({ whose: isMine ? null : "mine" })} variant="secondary" icon="filter">
            {t(isMine ? "ours" : "mine")}
          </LinkButton>
        }
      />
      <div className="space-y-4">
        <Tabs
          label={t("state")}
          items={[
            { to: to({ state: null }), label: t("all"), current: state === null },
            ...leadProcedure.states.map((one) => ({
              to: to({ state: one }),
              label: t(`states.${one}`),
              count: byState[one] ?? 0,
              current: state === one,
            })),
          ]}
        />
        <LeadTable
          items={items}
          empty={
            <EmptyState icon="handshake" title={t("emptyTitle")}>
              {t("emptyText")}
            </EmptyState>
          }
        />
        <Pagination
          previousTo={page > 1 ? to({ page: String(page - 1) }) : null}
          nextTo={from + items.length < total ? to({ page: String(page + 1) }) : null}
        />
      </div>
    </>
  );
}
