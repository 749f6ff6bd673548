import type { FacetChoice, ListingPage, TextSegment } from "./listing-page-view";
import type { OrganisationSearch } from "./organisation-search-schema";

export interface OrganisationCard {
  readonly id: string;
  readonly to: string;
  readonly name: readonly TextSegment[];
  readonly nameEn: string;
  readonly kind: string;
  readonly region: string;
  readonly intro: string;
  readonly isVerified: boolean;
  readonly achievementCount: number;
  readonly needCount: number;
}

/** What the page of organisations shows. */
export interface OrganisationPage {
  readonly search: OrganisationSearch;
  readonly cards: readonly OrganisationCard[];
  readonly total: number;
  readonly degraded: boolean;
  readonly kinds: readonly FacetChoice[];
  readonly regions: readonly FacetChoice[];
  readonly active: readonly {
    readonly group: "kind" | "region";
    readonly value: string;
    readonly name: string | null;
    readonly removeTo: string;
  }[];
  readonly clearTo: string;
  readonly paging: ListingPage["paging"];
}
