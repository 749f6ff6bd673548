import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ChallengeTable } from "~/components/challenges/challenge-table";
import { PageHeader } from "~/components/layout/page-header";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { listOfficeChallenges } from "~/domain/challenges/challenge-item-queries.server";
import {
  type ChallengeState,
  PUBLIC_CHALLENGE_STATES,
} from "~/domain/challenges/challenge-procedure";
import { officeRegions } from "~/domain/identity/permission-rules";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;
const SHOWN = {
  vetting: ["VETTING"],
  running: ["PUBLISHED", "SCREENING", "APPRAISAL", "PUBLICITY", "RUNNING"],
  all: ["VETTING", "CORRECTION", ...PUBLIC_CHALLENGE_STATES],
} as const satisfies Record<string, readonly ChallengeState[]>;
type Show = keyof typeof SHOWN;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request);
    const t = getFixedT(request, ["challenges", "common"]);
    const query = new URL(request.url).searchParams;
    const asked = query.get("show");
    const show: Show = asked === "running" || asked === "all" ? asked : "vetting";
    const { page, skip, size } = readPaging(query, PAGE_SIZE);
    const regions = officeRegions(actor, ["MARKET_OPERATOR", "REVIEWER"]);
    const found = await listOfficeChallenges(
      getDb(),
      regions,
      SHOWN[show],
      { skip, take: size },
      findLocale(request),
    );
    return {
      ...found,
      page,
      show,
      title: `${t("challenges:nav.office")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Challenges of the office's regions. */
export default function OfficeChallengesPage() {
  const { t } = useTranslation("challenges");
  const { items, total, page, show } = useLoaderData<typeof loader>();
  const from = (page - 1) * PAGE_SIZE;
  const tab = (to: Show, label: string) => ({
    to: `/office/challenges?show=${to}`,
    label,
    current: show === to,
  });
  return (
    <>
      <PageHeader title={t("nav.office")} lead={t("work.office.lead")} />
      <div className="space-y-5">
        <Tabs
          label={t("list.state")}
          items={[
            tab("vetting", t("work.office.toVet")),
            tab("running", t("work.office.running")),
            tab("all", t("work.office.all")),
          ]}
        />
        <ChallengeTable
          items={items}
          base="/office/challenges"
          empty={
            <EmptyState icon="target" title={t("work.office.emptyTitle")}>
              {t("work.office.emptyText")}
            </EmptyState>
          }
        />
        <Pagination
          previousTo={page > 1 ? `?show=${show}&page=${page - 1}` : null}
          nextTo={from + items.length < total ? `?show=${show}&page=${page + 1}` : null}
        />
      </div>
    </>
  );
}
