import type { TFunction } from "i18next";
import type { ActiveFilter, Facet } from "~/domain/discovery/listing-page-view";
import type { ListingSearchKind } from "~/domain/discovery/search-schema";

type T = TFunction<"search">;
type Group = Facet["group"] | ActiveFilter["group"];

/** Heading of a filter group; a need has a budget where an achievement has a price. */
export function groupLabel(t: T, group: Group, kind: ListingSearchKind): string {
  return group === "price" && kind === "need" ? t("group.budget") : t(`group.${group}`);
}

/** A value in the reader's language; names of code lists come with the data. */
export function valueLabel(t: T, group: Group, value: string, name: string | null): string {
  if (name !== null) return name;
  switch (group) {
    case "trl":
    case "price":
    case "org":
    case "fresh":
      // Values come from closed lists of the search schema; each has its key.
      return t(`${group}.${value}` as "trl.1-3");
    default:
      return t(`group.${group}`);
  }
}
