import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { ActiveFilters, FacetGroup, type FacetItem } from "~/components/ui/facet-group";
import { Icon } from "~/components/ui/icon";
import { Pagination } from "~/components/ui/pagination";
import { SearchBox } from "~/components/ui/search-box";
import type { FacetChoice } from "~/domain/discovery/listing-page-view";
import type { OrganisationPage } from "~/domain/discovery/organisation-page-view";
import { OrganisationCard } from "./organisation-card";

/** The list of verified organisations. */
export function OrganisationSearchPage({ page }: { page: OrganisationPage }) {
  const { t } = useTranslation("search");
  const { search } = page;
  const nameOf = (group: "kind" | "region", value: string, name: string | null) =>
    name ?? (group === "kind" ? t(`org.${value}` as "org.UNIVERSITY") : value);
  const toItem =
    (group: "kind" | "region") =>
    (choice: FacetChoice): FacetItem => ({
      value: choice.value,
      label: nameOf(group, choice.value, choice.name),
      to: choice.to,
      selected: choice.selected,
      ...(choice.count === null ? {} : { count: choice.count }),
      children: choice.children.map(toItem(group)),
    });
  const groups = (
    <>
      <FacetGroup title={t("organisations.kind")} items={page.kinds.map(toItem("kind"))} />
      <FacetGroup
        title={t("organisations.region")}
        items={page.regions.map(toItem("region"))}
        single
      />
    </>
  );
  const hidden = [
    ...search.kind.map((value) => ({ name: "kind", value })),
    ...(search.region === null ? [] : [{ name: "region", value: search.region }]),
  ];
  return (
    <div className="mx-auto w-full max-w-page px-4 py-6 sm:px-6">
      <PageHeader
        title={search.q === "" ? t("organisations.title") : t("resultsFor", { q: search.q })}
        lead={search.q === "" ? t("organisations.lead") : undefined}
      />
      <SearchBox
        action="/organisations"
        label={t("organisations.label")}
        placeholder={t("organisations.placeholder")}
        defaultValue={search.q}
        suggestUrl="/api/search/suggest"
        hidden={hidden}
        size="lg"
        className="mb-5"
      />
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <aside aria-label={t("filters")} className="no-print hidden lg:block">
          {groups}
        </aside>
        <details className="no-print rounded-lg border border-line bg-surface px-4 lg:hidden">
          <summary className="flex min-h-11 items-center gap-2 font-medium text-ink">
            <Icon name="filter" size={18} />
            {page.active.length > 0
              ? t("filtersCount", { count: page.active.length })
              : t("filters")}
          </summary>
          <nav aria-label={t("filters")} className="border-t border-line pb-2">
            {groups}
          </nav>
        </details>
        <section aria-labelledby="results" className="min-w-0 space-y-4">
          {page.degraded && (
            <Alert tone="warning" role="status">
              {t("degraded")}
            </Alert>
          )}
          <h2 id="results" className="tabular text-base" aria-live="polite">
            {t("organisations.total", { count: page.total })}
          </h2>
          <ActiveFilters
            items={page.active.map((filter) => ({
              label: nameOf(filter.group, filter.value, filter.name),
              removeTo: filter.removeTo,
            }))}
            clearTo={page.clearTo}
          />
          {page.cards.length === 0 ? (
            <EmptyState
              icon="building"
              title={t("organisations.emptyTitle")}
              actions={
                page.active.length > 0 && (
                  <LinkButton to={page.clearTo} variant="secondary">
                    {t("empty.clear")}
                  </LinkButton>
                )
              }
            >
              {t("empty.shorter")}
            </EmptyState>
          ) : (
            <>
              <ol className="space-y-3">
                {page.cards.map((card) => (
                  <li key={card.id}>
                    <OrganisationCard card={card} />
                  </li>
                ))}
              </ol>
              <Pagination
                previousTo={page.paging.previousTo}
                nextTo={page.paging.nextTo}
                pages={page.paging.pages}
                summary={t("range", {
                  from: page.paging.from,
                  to: page.paging.to,
                  total: page.total,
                })}
              />
            </>
          )}
        </section>
      </div>
    </div>
  );
}
