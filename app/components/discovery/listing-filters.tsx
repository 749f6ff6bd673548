import { useTranslation } from "react-i18next";
import { FacetGroup, type FacetItem } from "~/components/ui/facet-group";
import { Icon } from "~/components/ui/icon";
import type { Facet, FacetChoice, ListingPage } from "~/domain/discovery/listing-page-view";
import { groupLabel, valueLabel } from "./filter-labels";

const FOLDED: readonly Facet["group"][] = ["industry", "ip", "org", "price"];

/** The filter column: beside the list on wide screens, a fold above it on narrow ones. */
export function ListingFilters({ page }: { page: ListingPage }) {
  const { t } = useTranslation("search");
  const toItem =
    (group: Facet["group"]) =>
    (choice: FacetChoice): FacetItem => ({
      value: choice.value,
      label: valueLabel(t, group, choice.value, choice.name),
      to: choice.to,
      selected: choice.selected,
      ...(choice.count === null ? {} : { count: choice.count }),
      children: choice.children.map(toItem(group)),
    });
  const groups = page.facets.map((facet) => (
    <FacetGroup
      key={facet.group}
      title={groupLabel(t, facet.group, page.kind)}
      items={facet.choices.map(toItem(facet.group))}
      folded={FOLDED.includes(facet.group)}
      single={facet.group === "fresh"}
    />
  ));
  const chosen = page.active.length;
  return (
    <>
      <aside aria-label={t("filters")} className="no-print hidden lg:block">
        {groups}
      </aside>
      <details className="no-print group/filters rounded-lg border border-line bg-surface px-4 lg:hidden">
        <summary className="flex min-h-11 items-center gap-2 font-medium text-ink">
          <Icon name="filter" size={18} />
          {chosen > 0 ? t("filtersCount", { count: chosen }) : t("filters")}
          <Icon
            name="chevron-down"
            size={18}
            className="ml-auto text-muted group-open/filters:rotate-180"
          />
        </summary>
        <nav aria-label={t("filters")} className="border-t border-line pb-2">
          {groups}
        </nav>
      </details>
    </>
  );
}
