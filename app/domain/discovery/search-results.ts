import type { Segment } from "#search/text/highlight";
import type { ListingSearchKind } from "./search-schema";

/** One result; codes are given as they are, the page names them in the reader's language. */
export interface ListingHit {
  readonly id: string;
  readonly kind: ListingSearchKind;
  readonly plainTitle: string;
  readonly title: readonly Segment[];
  readonly titleEn: string;
  readonly summary: readonly Segment[];
  /** Passage of the description round a hit; empty when the hit is in title or summary. */
  readonly passage: readonly Segment[];
  /** Null for a blinded owner. */
  readonly organisationId: string | null;
  readonly organisationName: readonly Segment[] | null;
  readonly organisationKind: string;
  readonly regionCodes: readonly string[];
  readonly fieldCodes: readonly string[];
  readonly modes: readonly string[];
  readonly ipKinds: readonly string[];
  readonly trl: number | null;
  readonly trlVerified: boolean;
  readonly priceKind: string;
  readonly priceMinFen: number | null;
  readonly priceMaxFen: number | null;
  readonly isOpenChallenge: boolean;
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
  readonly closesAt: number | null;
}

/** Counts by value for each filter; a filter's own choice does not narrow its own counts. */
export interface FacetCounts {
  readonly field: ReadonlyMap<string, number>;
  readonly industry: ReadonlyMap<string, number>;
  readonly region: ReadonlyMap<string, number>;
  readonly trl: ReadonlyMap<string, number>;
  readonly ip: ReadonlyMap<string, number>;
  readonly mode: ReadonlyMap<string, number>;
  readonly price: ReadonlyMap<string, number>;
  readonly org: ReadonlyMap<string, number>;
  readonly fresh: ReadonlyMap<string, number>;
}

/** How the words had to be loosened to find anything; null when nothing was loosened. */
export type Relaxation = "same-sound" | "partial" | null;

export interface ListingResults {
  readonly hits: readonly ListingHit[];
  readonly total: number;
  /** `total` is a lower bound. */
  readonly isCapped: boolean;
  readonly relaxation: Relaxation;
  /** Null when PostgreSQL answered: it finds, but it does not count by facet. */
  readonly facets: FacetCounts | null;
  /** PostgreSQL answered because Meilisearch does not. */
  readonly degraded: boolean;
}
