/**
 * Matching of needs and achievements: plain data in, plain data out. Nothing here knows the database;
 * candidates come from Meilisearch, the caller's own listing is passed in.
 */

export type PriceKind = "NEGOTIABLE" | "FIXED" | "RANGE" | "ROYALTY";

/** The public content of a listing as far as matching looks at it. */
export interface MatchListing {
  readonly id: string;
  readonly title: string;
  /** Public text: summary, description or background, applications, targets, keywords. */
  readonly text: string;
  /** Codes of list "fields" with all their ancestors. */
  readonly fieldCodes: readonly string[];
  /** Codes of list "industries" with all their ancestors. */
  readonly industryCodes: readonly string[];
  /** Province, city, district; as many as are known. */
  readonly regionCodes: readonly string[];
  readonly modes: readonly string[];
  /** Achievement: level reached (verified if there is one). Need: lowest level wanted. */
  readonly trl: number | null;
  readonly trlVerified: boolean;
  /** Achievement: price. Need: budget. */
  readonly priceKind: PriceKind;
  readonly priceMinFen: number | null;
  readonly priceMaxFen: number | null;
  /** Milliseconds since 1970, UTC. */
  readonly publishedAt: number | null;
  /** Null where the owner is blinded. */
  readonly organisationId: string | null;
}

export type TextField = "title" | "text";

/** Half-open range of UTF-16 code units in `MatchListing.title` or `.text`. */
export interface Span {
  readonly field: TextField;
  readonly start: number;
  readonly end: number;
}

/** A phrase that stands in both listings. */
export interface SharedPhrase {
  /** As written in the candidate. */
  readonly phrase: string;
  /** Part of the text relevance that this phrase carries, 0 to 1; the parts sum to at most 1. */
  readonly share: number;
  readonly inSubject: readonly Span[];
  readonly inCandidate: readonly Span[];
}

/** Two words that are not the same but stand near each other in the vectors: 相近词, never 同义词. */
export interface NearPhrase {
  readonly subject: string;
  readonly candidate: string;
  /** Cosine of the two words, 0 to 1. */
  readonly similarity: number;
  readonly inSubject: readonly Span[];
  readonly inCandidate: readonly Span[];
}

/**
 * Everything that a pair's order is computed from. Stored with what was shown; with the ranker of the
 * same version `scorePair` gives the same score again.
 */
export interface PairInputs {
  /** Cosine of both texts over characters and pairs of characters, 0 to 1. */
  readonly words: number;
  /** Cosine of the two word vectors, -1 to 1; 0 without vectors. */
  readonly meaning: number;
  /** Mean and spread of both measures between the subject and the catalogue at large. */
  readonly wordsMean: number;
  readonly wordsSpread: number;
  readonly meaningMean: number;
  readonly meaningSpread: number;
  /** Business fit, 0 to 1. */
  readonly fit: number;
}

/** Parts of a score; they add up to it. */
export interface Contributions {
  readonly words: number;
  readonly meaning: number;
  readonly fit: number;
}

export type FitAspect =
  | "field"
  | "industry"
  | "readiness"
  | "mode"
  | "region"
  | "price"
  | "freshness";

/** `unknown`: one side said nothing, so the aspect counts neither for nor against. */
export type FitVerdict = "agrees" | "partly" | "disagrees" | "unknown";

export interface FitPart {
  readonly aspect: FitAspect;
  readonly verdict: FitVerdict;
  /** 0 to 1; null when unknown. */
  readonly score: number | null;
  /** Values for the sentence that explains the verdict, e.g. {achievement: 6, wanted: 7}. */
  readonly detail: Readonly<Record<string, string | number | readonly string[]>>;
}

export type RelevanceBand = "high" | "medium" | "low";

export interface Match {
  readonly candidate: MatchListing;
  /** Other listings with the same title that were merged into this one. */
  readonly alsoIds: readonly string[];
  /** Order of the list; comparable within one list. */
  readonly score: number;
  /** Text relevance alone, 0 to 1. */
  readonly relevance: number;
  readonly band: RelevanceBand;
  /** Business fit alone, 0 to 1; .5 when nothing is known. */
  readonly fit: number;
  readonly fitParts: readonly FitPart[];
  readonly inputs: PairInputs;
  readonly contributions: Contributions;
  /** Estimated chance that a person would call the pair related, 0 to 1. */
  readonly related: number;
  readonly phrases: readonly SharedPhrase[];
  readonly nearPhrases: readonly NearPhrase[];
  readonly rankerVersion: string;
}

export interface MatchOptions {
  /** Length of the list returned; 20 when left out. */
  readonly limit?: number;
  /** Listings never to be shown: the owner's own, those answered "not for us". */
  readonly excludeIds?: readonly string[];
  /** Listings of this organisation are never shown to itself. */
  readonly excludeOrganisationId?: string | null;
  /** Size of the first stage; grows with the catalogue when left out. */
  readonly candidates?: number;
  /** Only listings that are in all of these. */
  readonly filter?: MatchFilter;
}

/** Codes as they stand in the index: with all their ancestors. */
export interface MatchFilter {
  readonly field?: string;
  readonly province?: string;
  readonly mode?: string;
  /** Lowest technology readiness level. */
  readonly minTrl?: number;
}
