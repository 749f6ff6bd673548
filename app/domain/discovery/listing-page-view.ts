import type { FilterGroup } from "./engine-filters";
import type { Relaxation } from "./search-results";
import type { ListingSearch, ListingSearchKind } from "./search-schema";

/** What the list page shows; plain values, so that it can travel to the browser. */
export interface TextSegment {
  readonly text: string;
  readonly match: boolean;
}

export interface ListingCard {
  readonly id: string;
  readonly to: string;
  readonly title: readonly TextSegment[];
  readonly plainTitle: string;
  readonly summary: readonly TextSegment[];
  readonly passage: readonly TextSegment[];
  /** Null for a blinded owner. */
  readonly organisation: { readonly name: readonly TextSegment[]; readonly to: string } | null;
  readonly organisationKind: string;
  readonly region: string;
  readonly fields: readonly string[];
  readonly modes: readonly string[];
  readonly ipKinds: readonly string[];
  readonly trl: number | null;
  readonly trlVerified: boolean;
  readonly priceKind: string;
  /** "30 万元" or "30 万元 – 100 万元"; null when there is no amount. */
  readonly amount: string | null;
  readonly isOpenChallenge: boolean;
  /** ISO instants. */
  readonly publishedAt: string;
  readonly closesAt: string | null;
  readonly isNew: boolean;
  /** Whole days until it closes, when fewer than 30 are left. */
  readonly closesInDays: number | null;
}

export interface FacetChoice {
  readonly value: string;
  /** Name from a code list; null when the page translates the value itself. */
  readonly name: string | null;
  readonly to: string;
  readonly count: number | null;
  readonly selected: boolean;
  readonly children: readonly FacetChoice[];
}

export interface Facet {
  readonly group: FilterGroup;
  readonly choices: readonly FacetChoice[];
}

export interface ActiveFilter {
  readonly group: FilterGroup | "challenge" | "verified" | "owner";
  readonly value: string;
  readonly name: string | null;
  readonly removeTo: string;
}

export interface ListingPage {
  readonly kind: ListingSearchKind;
  readonly search: ListingSearch;
  /** Query string without the page number, as a saved search keeps it. */
  readonly query: string;
  readonly cards: readonly ListingCard[];
  readonly total: number;
  readonly isCapped: boolean;
  readonly relaxation: Relaxation;
  readonly degraded: boolean;
  readonly facets: readonly Facet[];
  readonly active: readonly ActiveFilter[];
  readonly clearTo: string;
  readonly sorts: readonly {
    readonly value: string;
    readonly to: string;
    readonly current: boolean;
  }[];
  readonly paging: {
    readonly from: number;
    readonly to: number;
    readonly previousTo: string | null;
    readonly nextTo: string | null;
    readonly pages: readonly {
      readonly label: string;
      readonly to: string | null;
      readonly current: boolean;
    }[];
  };
  /** The same words in the other kind of listing. */
  readonly otherKindTo: string;
}
