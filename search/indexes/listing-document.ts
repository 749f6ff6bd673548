import { createHash } from "node:crypto";
import type { MatchListing, PriceKind } from "../match/types";
import { normaliseText } from "../text/normalise";
import { pinyinForms } from "../text/pinyin";
import { spaceCharacters } from "../text/spaced";

/** Longest public text that is indexed, in characters; the engine counts at most 65,535 positions a field. */
export const MAX_BODY_LENGTH = 6_000;

export interface CodeName {
  readonly zh: string;
  readonly en: string;
}

/** What a document needs to know beyond its own row: the region tree and the code lists. */
export interface References {
  /** Province, city, district of a region code; as many levels as the code has. */
  regionPath(code: string | null): readonly string[];
  /** The code and all its ancestors in a list, root first; an unknown code stands for itself. */
  withAncestors(list: CodeList, code: string): readonly string[];
  codeName(list: CodeList, code: string): CodeName | undefined;
  regionName(code: string): CodeName | undefined;
  /** Codes directly below one, in order; roots for null. */
  childCodes(list: CodeList, code: string | null): readonly string[];
  /** The code and everything below it. */
  withDescendants(list: CodeList, code: string): readonly string[];
  /** All provinces, in order of code. */
  provinces(): readonly string[];
}

export type CodeList = "fields" | "industries" | "cooperation-modes" | "ip-kinds";

export interface OrganisationPart {
  readonly id: string;
  readonly legalName: string;
  readonly englishName: string | null;
  readonly kind: string;
  readonly state: string;
}

/** Columns that both kinds of listing have. */
export interface ListingRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly titleEn: string;
  readonly summary: string;
  readonly keywords: readonly string[];
  readonly fieldCodes: readonly string[];
  readonly industryCodes: readonly string[];
  readonly regionCode: string | null;
  readonly modes: readonly string[];
  readonly isBlinded: boolean;
  readonly sectionVisibility: unknown;
  readonly publishedAt: Date | null;
  readonly organisation: OrganisationPart;
}

/** Fields that achievements and needs have in common in the index. Instants are milliseconds since 1970. */
export interface ListingDocument {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly titleEn: string;
  /** The title in simplified characters; empty where it is that already. */
  readonly titleFolded: string;
  readonly titleSpaced: string;
  readonly titlePinyin: string;
  readonly summary: string;
  readonly keywords: readonly string[];
  readonly labels: readonly string[];
  readonly body: string;
  /** Null where the owner is blinded: neither name nor id may reach a browser. */
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly organisationKind: string;
  readonly fields: readonly string[];
  readonly industries: readonly string[];
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly modes: readonly string[];
  readonly trl: number | null;
  readonly trlVerified: boolean;
  readonly ipKinds: readonly string[];
  readonly priceKind: PriceKind;
  readonly priceMinFen: number | null;
  readonly priceMaxFen: number | null;
  readonly priceBand: PriceBand;
  /** What "cheapest first" sorts by; null sorts last. */
  readonly priceSortFen: number | null;
  readonly isOpenChallenge: boolean;
  readonly publishedAt: number;
  readonly publishedDay: number;
  readonly expiresAt: number | null;
  /** Expiry or, for a need, its deadline, whichever comes first. */
  readonly closesAt: number | null;
  /** Digest of everything above; compare and repair look at this alone. */
  readonly checksum: string;
  /** What the ranker compares, see match/encoding.ts; empty until the sync fills it in. */
  readonly encoding: string;
}

export type PriceBand =
  | "NEGOTIABLE"
  | "ROYALTY"
  | "UNDER_100K"
  | "FROM_100K"
  | "FROM_500K"
  | "FROM_1M"
  | "FROM_5M";

export const PRICE_BANDS: readonly PriceBand[] = [
  "NEGOTIABLE",
  "ROYALTY",
  "UNDER_100K",
  "FROM_100K",
  "FROM_500K",
  "FROM_1M",
  "FROM_5M",
];

const DAY_MS = 86_400_000;

/** Day number since 1970 in UTC, the grain of the freshness facet. */
export function dayNumber(milliseconds: number): number {
  return Math.floor(milliseconds / DAY_MS);
}

/** Band of a price in yuan (upper bound where there is one): lower limits are inclusive. */
export function priceBandOf(
  kind: PriceKind,
  minFen: number | null,
  maxFen: number | null,
): PriceBand {
  if (kind === "ROYALTY") return "ROYALTY";
  const fen = maxFen ?? minFen;
  if (kind === "NEGOTIABLE" || fen === null) return "NEGOTIABLE";
  const yuan = fen / 100;
  if (yuan < 100_000) return "UNDER_100K";
  if (yuan < 500_000) return "FROM_100K";
  if (yuan < 1_000_000) return "FROM_500K";
  return yuan < 5_000_000 ? "FROM_1M" : "FROM_5M";
}

/** A kind that this version does not know is shown as negotiable rather than failing the whole batch. */
export function asPriceKind(kind: string): PriceKind {
  return kind === "FIXED" || kind === "RANGE" || kind === "ROYALTY" ? kind : "NEGOTIABLE";
}

export function fenAsNumber(fen: bigint | null): number | null {
  return fen === null ? null : Number(fen);
}

/** Union of the ancestors of several codes, each once, in order. */
export function expandCodes(
  references: References,
  list: CodeList,
  codes: readonly string[],
): string[] {
  return [...new Set(codes.flatMap((code) => references.withAncestors(list, code)))];
}

/** Names of codes in both languages, so that the name of a field finds the listings in it. */
export function labelsOf(
  references: References,
  list: CodeList,
  codes: readonly string[],
): string[] {
  return codes.flatMap((code) => {
    const name = references.codeName(list, code);
    return name === undefined ? [] : [name.zh, name.en].filter((text) => text !== "");
  });
}

/** Visibility of one section of a listing. Missing means public; anything but PUBLIC hides it. */
export function isPublicSection(sectionVisibility: unknown, section: string): boolean {
  if (sectionVisibility === null || sectionVisibility === undefined) return true;
  if (typeof sectionVisibility !== "object") return false;
  const value: unknown = Reflect.get(sectionVisibility, section);
  return value === undefined || value === "PUBLIC";
}

/** Adds the checksum over the document's content in key order. */
export function withChecksum<T extends object>(content: T): T & { readonly checksum: string } {
  const ordered = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
  const checksum = createHash("sha256").update(JSON.stringify(ordered)).digest("base64url");
  return { ...content, checksum: checksum.slice(0, 22) };
}

/** Texts inside a JSON column (advantages, team): every string in it, in order. */
export function stringsIn(json: unknown): string[] {
  if (typeof json === "string") return [json];
  if (Array.isArray(json)) return json.flatMap(stringsIn);
  if (typeof json === "object" && json !== null) return Object.values(json).flatMap(stringsIn);
  return [];
}

/** The part of a document that differs between achievements and needs. */
export type ListingExtras = Pick<
  ListingDocument,
  "ipKinds" | "priceSortFen" | "isOpenChallenge" | "expiresAt" | "closesAt"
>;

/** Puts a listing's index document together from its row and from what the ranker sees of it. */
export function listingDocument(
  row: ListingRow,
  listing: MatchListing,
  references: References,
  extras: ListingExtras,
): ListingDocument {
  const [province = null, city = null, district = null] = listing.regionCodes;
  const publishedAt = listing.publishedAt ?? 0;
  const folded = normaliseText(row.title);
  const content = withChecksum({
    id: row.id,
    number: row.number,
    title: row.title,
    titleEn: row.titleEn,
    titleFolded: folded === row.title ? "" : folded,
    titleSpaced: spaceCharacters(row.title),
    titlePinyin: pinyinForms(row.title),
    summary: row.summary,
    keywords: row.keywords.map(normaliseText),
    labels: [
      ...labelsOf(references, "fields", row.fieldCodes),
      ...labelsOf(references, "industries", row.industryCodes),
    ],
    body: listing.text,
    organisationId: row.isBlinded ? null : row.organisation.id,
    organisationName: row.isBlinded ? null : row.organisation.legalName,
    organisationKind: row.organisation.kind,
    fields: listing.fieldCodes,
    industries: listing.industryCodes,
    province,
    city,
    district,
    modes: listing.modes,
    trl: listing.trl,
    trlVerified: listing.trlVerified,
    priceKind: listing.priceKind,
    priceMinFen: listing.priceMinFen,
    priceMaxFen: listing.priceMaxFen,
    priceBand: priceBandOf(listing.priceKind, listing.priceMinFen, listing.priceMaxFen),
    publishedAt,
    publishedDay: dayNumber(publishedAt),
    ...extras,
  });
  return { ...content, encoding: "" };
}

/**
 * Text of the column `searchText` that the PostgreSQL fallback searches: the same public content as
 * the document, folded to lower case, the title first and ended by "│".
 */
export function fallbackText(document: ListingDocument): string {
  return [
    document.titleFolded || document.title,
    document.titleEn,
    document.keywords.join(" "),
    document.organisationName === null ? "" : normaliseText(document.organisationName),
    document.labels.join(" "),
    document.body,
  ]
    .join(" \u2502 ")
    .toLowerCase();
}
