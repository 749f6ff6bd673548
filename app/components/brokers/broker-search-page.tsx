import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { cx } from "~/components/ui/class-names";
import { EmptyState } from "~/components/ui/empty-state";
import { ActiveFilters, FacetGroup, type FacetItem } from "~/components/ui/facet-group";
import { Icon } from "~/components/ui/icon";
import { Pagination } from "~/components/ui/pagination";
import { SearchBox } from "~/components/ui/search-box";
import { BROKER_FACETS } from "~/domain/brokers/broker-search-schema";
import type { BrokerChoice, BrokerSearchPage as Page } from "~/domain/brokers/broker-search-view";
import type { Availability } from "~/domain/brokers/profile-rules";
import { BrokerCard } from "./broker-card";

/** The list of public brokers with its filters. */
export function BrokerSearchPage({ page }: { page: Page }) {
  const { t } = useTranslation("brokers");
  const { search } = page;
  const nameOf = (choice: { value: string; name: string | null }) =>
    choice.name ?? t(`availability.${choice.value as Availability}`);
  const toItem = (choice: BrokerChoice): FacetItem => ({
    value: choice.value,
    label: nameOf(choice),
    to: choice.to,
    selected: choice.selected,
    ...(choice.count === null ? {} : { count: choice.count }),
    children: choice.children.map(toItem),
  });
  const groups = page.facets.map(({ facet, choices }) => (
    <FacetGroup
      key={facet}
      title={t(`facets.${facet}`)}
      items={choices.map(toItem)}
      single={facet === "region"}
    />
  ));
  const hidden = BROKER_FACETS.flatMap((facet) =>
    search[facet].map((value) => ({ name: facet, value })),
  );
  return (
    <div className="mx-auto w-full max-w-page px-4 py-6 sm:px-6">
      <PageHeader
        title={search.q === "" ? t("search.title") : t("search.resultsFor", { q: search.q })}
        lead={search.q === "" ? t("search.lead") : undefined}
        actions={
          <LinkButton to="/desk/broker/profile" variant="secondary" icon="certificate">
            {t("search.become")}
          </LinkButton>
        }
      />
      <SearchBox
        action="/brokers"
        label={t("search.label")}
        placeholder={t("search.placeholder")}
        defaultValue={search.q}
        hidden={hidden}
        size="lg"
        className="mb-5"
      />
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <aside aria-label={t("search.filters")} className="no-print hidden lg:block">
          {groups}
        </aside>
        <details className="no-print rounded-lg border border-line bg-surface px-4 lg:hidden">
          <summary className="flex min-h-11 items-center gap-2 font-medium text-ink">
            <Icon name="filter" size={18} />
            {page.active.length > 0
              ? t("search.filtersCount", { count: page.active.length })
              : t("search.filters")}
          </summary>
          <nav aria-label={t("search.filters")} className="border-t border-line pb-2">
            {groups}
          </nav>
        </details>
        <section aria-labelledby="results" className="min-w-0 space-y-4">
          {page.degraded && (
            <Alert tone="warning" role="status">
              {t("search.degraded")}
            </Alert>
          )}
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <h2 id="results" className="tabular text-base" aria-live="polite">
              {t("search.total", { count: page.total })}
            </h2>
            <Sorts sorts={page.sorts} />
          </div>
          <ActiveFilters
            items={page.active.map((one) => ({ label: nameOf(one), removeTo: one.removeTo }))}
            clearTo={page.clearTo}
          />
          {page.cards.length === 0 ? (
            <EmptyState
              icon="users"
              title={t("search.emptyTitle")}
              actions={
                page.active.length > 0 && (
                  <LinkButton to={page.clearTo} variant="secondary">
                    {t("search.clear")}
                  </LinkButton>
                )
              }
            >
              {t("search.empty")}
            </EmptyState>
          ) : (
            <>
              <ol className="space-y-3">
                {page.cards.map((card) => (
                  <li key={card.id}>
                    <BrokerCard card={card} />
                  </li>
                ))}
              </ol>
              <Pagination
                previousTo={page.paging.previousTo}
                nextTo={page.paging.nextTo}
                pages={page.paging.pages}
                summary={t("search.range", {
                  from: page.paging.from,
                  to: page.paging.to,
                  total: page.total,
                })}
              />
            </>
          )}
          <p className="text-sm text-muted">{t("search.forListing")}</p>
        </section>
      </div>
    </div>
  );
}

function Sorts({ sorts }: { sorts: Page["sorts"] }) {
  const { t } = useTranslation("brokers");
  return (
    <nav aria-label={t("search.sortBy")} className="no-print min-w-0 max-w-full overflow-x-auto">
      <ul className="flex items-center gap-1 text-sm whitespace-nowrap">
        {sorts.map((sort) => (
          <li key={sort.value}>
            <Link
              to={sort.to}
              rel="nofollow"
              preventScrollReset
              aria-current={sort.current ? "true" : undefined}
              className={cx(
                "inline-flex min-h-8 items-center rounded-sm px-2 pointer-coarse:min-h-11",
                sort.current
                  ? "bg-brand-50 font-medium text-brand-800"
                  : "text-muted hover:text-brand-700",
              )}
            >
              {t(`sorts.${sort.value}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
