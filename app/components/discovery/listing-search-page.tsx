import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { ActiveFilters } from "~/components/ui/facet-group";
import { Pagination } from "~/components/ui/pagination";
import { SearchBox } from "~/components/ui/search-box";
import type { ListingPage } from "~/domain/discovery/listing-page-view";
import { valueLabel } from "./filter-labels";
import { ListingCard } from "./listing-card";
import { ListingFilters } from "./listing-filters";
import { NoResults } from "./no-results";
import { savePath } from "./save-search-link";
import { SortLinks } from "./sort-links";

/** Filters that a new search by words keeps, as fields of the search form. */
function keptFields(page: ListingPage): { name: string; value: string }[] {
  return [...new URLSearchParams(page.query)]
    .filter(([name]) => name !== "q" && name !== "page")
    .map(([name, value]) => ({ name, value }));
}

/** The list of achievements or of needs: search first, filters, results. */
export function ListingSearchPage({ page }: { page: ListingPage }) {
  const { t, i18n } = useTranslation("search");
  const names = page.kind === "achievement" ? "achievements" : "needs";
  const { q } = page.search;
  const figure = (value: number) => new Intl.NumberFormat(i18n.language).format(value);
  const total = page.isCapped
    ? t("totalCapped", { count: page.total })
    : t("total", { count: page.total });
  return (
    <div className="mx-auto w-full max-w-page px-4 py-6 sm:px-6">
      <PageHeader
        title={q === "" ? t(`${names}.title`) : t("resultsFor", { q })}
        lead={q === "" ? t(`${names}.lead`) : undefined}
      />
      <SearchBox
        action={`/${names}`}
        label={t(`${names}.label`)}
        placeholder={t(`${names}.placeholder`)}
        defaultValue={q}
        suggestUrl="/api/search/suggest"
        hidden={keptFields(page)}
        size="lg"
        className="mb-5"
      />
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <ListingFilters page={page} />
        <section aria-labelledby="results" className="min-w-0 space-y-4">
          {page.degraded && (
            <Alert tone="warning" role="status">
              {t("degraded")}
            </Alert>
          )}
          {page.relaxation !== null && page.cards.length > 0 && (
            <Alert tone="info" role="status">
              {page.relaxation === "same-sound"
                ? t("relaxation.sameSound", { q })
                : t("relaxation.partial")}
            </Alert>
          )}
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <h2 id="results" className="tabular text-base" aria-live="polite">
              {total}
            </h2>
            <div className="flex min-w-0 flex-wrap items-center gap-2">
              <SortLinks sorts={page.sorts} />
              <LinkButton to={savePath(page)} variant="quiet" size="sm" icon="bell">
                {t("save.action")}
              </LinkButton>
            </div>
          </div>
          <ActiveFilters
            items={page.active.map((filter) => ({
              label: valueLabel(t, filter.group, filter.value, filter.name),
              removeTo: filter.removeTo,
            }))}
            clearTo={page.clearTo}
          />
          {page.cards.length === 0 ? (
            <NoResults page={page} />
          ) : (
            <ol className="space-y-3">
              {page.cards.map((card) => (
                <li key={card.id}>
                  <ListingCard card={card} kind={page.kind} />
                </li>
              ))}
            </ol>
          )}
          {page.cards.length > 0 && (
            <Pagination
              previousTo={page.paging.previousTo}
              nextTo={page.paging.nextTo}
              pages={page.paging.pages}
              summary={t("range", {
                from: figure(page.paging.from),
                to: figure(page.paging.to),
                total: figure(page.total) + (page.isCapped ? "+" : ""),
              })}
            />
          )}
        </section>
      </div>
    </div>
  );
}
