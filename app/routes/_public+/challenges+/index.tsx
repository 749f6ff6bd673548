import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ChallengeCards } from "~/components/challenges/challenge-cards";
import { ChallengeFilters } from "~/components/challenges/challenge-filters";
import { PageHeader } from "~/components/layout/page-header";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { listOptions, regionTree } from "~/domain/catalogue/code-queries.server";
import { listPublicChallenges } from "~/domain/challenges/challenge-item-queries.server";
import { LIST_KINDS } from "~/domain/challenges/challenge-schema";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";

const PAGE_SIZE = 20;
const STATES = ["open", "running", "ended"] as const;

/** What is not understood in the address is left out. */
function readFilter(query: URLSearchParams) {
  const of = (name: string, pattern: RegExp) => {
    const value = query.get(name) ?? "";
    return pattern.test(value) ? value : "";
  };
  return {
    kind: LIST_KINDS.find((one) => one === query.get("kind")) ?? "",
    field: of("field", /^[\w.-]{1,20}$/),
    region: of("region", /^\d{6}$/),
    state: STATES.find((one) => one === query.get("state")) ?? ("" as const),
    money: of("money", /^\d{1,12}$/),
  };
}

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["challenges", "common"]);
    const locale = findLocale(request);
    const db = getDb();
    const query = new URL(request.url).searchParams;
    const { page, skip, size } = readPaging(query, PAGE_SIZE);
    const chosen = readFilter(query);
    const filter = {
      listKind: chosen.kind || null,
      field: chosen.field || null,
      region: chosen.region || null,
      state: chosen.state || null,
      moneyFen: chosen.money ? BigInt(chosen.money) * 100n : null,
    };
    const [found, fields, provinces] = await Promise.all([
      listPublicChallenges(db, filter, { skip, take: size }, locale),
      listOptions(db, "fields", locale),
      regionTree(db, locale),
    ]);
    // The province and its cities: districts are found by their city.
    const regions = provinces.flatMap(({ value, label, children = [] }) => [
      { value, label },
      ...children.map((city) => ({ value: city.value, label: `${label} ${city.label}` })),
    ]);
    return {
      ...found,
      page,
      chosen,
      fields: fields.filter((one) => one.parent === null),
      regions,
      title: `${t("challenges:title")} · ${t("common:marketName")}`,
      description: t("challenges:list.lead"),
      canonical: `${appUrl()}/challenges`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
  { tagName: "link", rel: "canonical", href: data?.canonical },
];

/** 榜单: every published challenge. */
export default function ChallengesPage() {
  const { t } = useTranslation("challenges");
  const { items, total, page, chosen, fields, regions } = useLoaderData<typeof loader>();
  const from = (page - 1) * PAGE_SIZE;
  const pageTo = (number: number) => {
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries(chosen)) if (value) params.set(name, value);
    params.set("page", String(number));
    return `/challenges?${params}`;
  };
  return (
    <>
      <PageHeader title={t("title")} lead={t("list.lead")} />
      <div className="space-y-5">
        <ChallengeFilters
          key={JSON.stringify(chosen)}
          chosen={chosen}
          fields={fields}
          regions={regions}
        />
        {items.length === 0 ? (
          <EmptyState icon="target" title={t("list.emptyTitle")}>
            {t("list.emptyText")}
          </EmptyState>
        ) : (
          <ChallengeCards items={items} />
        )}
        <Pagination
          previousTo={page > 1 ? pageTo(page - 1) : null}
          nextTo={from + items.length < total ? pageTo(page + 1) : null}
          summary={
            total > 0
              ? t("list.summary", { from: from + 1, to: from + items.length, total })
              : undefined
          }
        />
      </div>
    </>
  );
}
