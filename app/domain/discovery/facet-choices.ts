import type { CodeName, References } from "#search/indexes/listing-document";
import { PRICE_BANDS } from "#search/indexes/listing-document";
import { FILTER_GROUPS, type FilterGroup } from "./engine-filters";
import type { ActiveFilter, Facet, FacetChoice } from "./listing-page-view";
import type { FacetCounts } from "./search-results";
import {
  FRESHNESS_DAYS,
  type ListingSearch,
  type ListingSearchKind,
  MULTIPLE,
  type MultipleFilter,
  ORGANISATION_KINDS,
  TRL_BANDS,
  toggleFilter,
} from "./search-schema";

interface Naming {
  readonly references: References;
  readonly locale: string;
  readonly linkTo: (search: ListingSearch) => string;
}

type TreeGroup = "field" | "industry" | "region";

const isTree = (group: FilterGroup): group is TreeGroup =>
  group === "field" || group === "industry" || group === "region";

/** Groups that a kind of listing has: a need has no rights to offer. */
function groupsOf(kind: ListingSearchKind): readonly FilterGroup[] {
  return kind === "achievement" ? FILTER_GROUPS : FILTER_GROUPS.filter((group) => group !== "ip");
}

/** The filter column of a list page. Without counts (PostgreSQL answered) every first-level value is offered. */
export function facetChoices(
  kind: ListingSearchKind,
  search: ListingSearch,
  counts: FacetCounts | null,
  naming: Naming,
): Facet[] {
  return groupsOf(kind)
    .map((group) => ({ group, choices: choicesOf(group, search, counts, naming) }))
    .filter((facet) => facet.choices.length > 0);
}

function choicesOf(
  group: FilterGroup,
  search: ListingSearch,
  counts: FacetCounts | null,
  naming: Naming,
): FacetChoice[] {
  const count = counts?.[group] ?? null;
  if (group === "fresh") {
    return FRESHNESS_DAYS.map((days) => {
      const selected = search.fresh === days;
      return {
        value: String(days),
        name: null,
        to: naming.linkTo({ ...search, fresh: selected ? null : days, page: 1 }),
        count: count === null ? null : (count.get(String(days)) ?? 0),
        selected,
        children: [],
      };
    }).filter((choice) => isWorthShowing(choice));
  }
  if (isTree(group)) return treeChoices(group, roots(group, naming), search, count, naming);
  return valuesOf(group, count, naming)
    .map((value) => ({
      value,
      name: nameOf(group, value, naming),
      to: naming.linkTo(toggleFilter(search, group, value)),
      count: count === null ? null : (count.get(value) ?? 0),
      selected: search[group].includes(value),
      children: [],
    }))
    .filter(isWorthShowing);
}

const isWorthShowing = (choice: FacetChoice) => choice.selected || choice.count !== 0;

/** Values in their own order where they have one, else by count. */
function valuesOf(
  group: Exclude<FilterGroup, TreeGroup | "fresh">,
  count: ReadonlyMap<string, number> | null,
  naming: Naming,
): readonly string[] {
  switch (group) {
    case "trl":
      return TRL_BANDS;
    case "price":
      return PRICE_BANDS;
    case "org":
      return ORGANISATION_KINDS;
    case "mode":
      return naming.references.childCodes("cooperation-modes", null);
    case "ip":
      return [...(count ?? new Map<string, number>())]
        .sort((a, b) => b[1] - a[1])
        .map(([value]) => value);
  }
}

function roots(group: TreeGroup, naming: Naming): readonly string[] {
  if (group === "field") return naming.references.childCodes("fields", null);
  if (group === "industry") return naming.references.childCodes("industries", null);
  return naming.references.provinces();
}

function childrenOf(
  group: TreeGroup,
  code: string,
  count: ReadonlyMap<string, number> | null,
  naming: Naming,
): readonly string[] {
  if (group === "field") return naming.references.childCodes("fields", code);
  if (group === "industry") return naming.references.childCodes("industries", code);
  const known = [...(count ?? new Map<string, number>()).keys()];
  return known.filter((region) => naming.references.regionPath(region).at(-2) === code).sort();
}

function pathOf(group: TreeGroup, code: string, naming: Naming): readonly string[] {
  if (group === "region") return naming.references.regionPath(code);
  return naming.references.withAncestors(group === "field" ? "fields" : "industries", code);
}

/** A tree is opened where something in it is chosen. */
function treeChoices(
  group: TreeGroup,
  codes: readonly string[],
  search: ListingSearch,
  count: ReadonlyMap<string, number> | null,
  naming: Naming,
): FacetChoice[] {
  const chosenPaths = search[group].map((code) => pathOf(group, code, naming));
  return codes
    .map((code) => {
      const isOpen = chosenPaths.some((path) => path.includes(code));
      const below = isOpen ? childrenOf(group, code, count, naming) : [];
      return {
        value: code,
        name: nameOf(group, code, naming),
        to: naming.linkTo(toggleInTree(search, group, code, naming)),
        count: count === null ? null : (count.get(code) ?? 0),
        selected: search[group].includes(code),
        children: treeChoices(group, below, search, count, naming),
      };
    })
    .filter((choice) => isWorthShowing(choice) || choice.children.length > 0);
}

/** Choosing a city narrows its chosen province instead of adding to it; the reverse widens. */
function toggleInTree(
  search: ListingSearch,
  group: TreeGroup,
  code: string,
  naming: Naming,
): ListingSearch {
  if (search[group].includes(code)) return toggleFilter(search, group, code);
  const path = pathOf(group, code, naming);
  const apart = search[group].filter(
    (other) => !path.includes(other) && !pathOf(group, other, naming).includes(code),
  );
  return { ...search, [group]: [...apart, code], page: 1 };
}

function pick(name: CodeName | undefined, locale: string): string | null {
  if (name === undefined) return null;
  return locale.startsWith("zh") || name.en === "" ? name.zh : name.en;
}

/** Name of a code in the reader's language; null for values that the page translates. */
export function nameOf(
  group: FilterGroup | MultipleFilter,
  value: string,
  naming: Pick<Naming, "references" | "locale">,
): string | null {
  const { references, locale } = naming;
  switch (group) {
    case "field":
      return pick(references.codeName("fields", value), locale) ?? value;
    case "industry":
      return pick(references.codeName("industries", value), locale) ?? value;
    case "region":
      return pick(references.regionName(value), locale) ?? value;
    case "mode":
      return pick(references.codeName("cooperation-modes", value), locale) ?? value;
    case "ip":
      return pick(references.codeName("ip-kinds", value), locale) ?? value;
    default:
      return null;
  }
}

/** What narrows the list now, each with the address that takes it away. */
export function activeFilters(search: ListingSearch, naming: Naming): ActiveFilter[] {
  const filters: ActiveFilter[] = MULTIPLE.flatMap((group) =>
    search[group].map((value) => ({
      group,
      value,
      name: nameOf(group, value, naming),
      removeTo: naming.linkTo(toggleFilter(search, group, value)),
    })),
  );
  const flag = (group: ActiveFilter["group"], value: string, changed: Partial<ListingSearch>) =>
    filters.push({
      group,
      value,
      name: null,
      removeTo: naming.linkTo({ ...search, ...changed, page: 1 }),
    });
  if (search.fresh !== null) flag("fresh", String(search.fresh), { fresh: null });
  if (search.challenge) flag("challenge", "1", { challenge: false });
  if (search.verified) flag("verified", "1", { verified: false });
  if (search.owner !== null) flag("owner", search.owner, { owner: null });
  return filters;
}
