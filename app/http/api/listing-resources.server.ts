import type { z } from "zod";
import { KIND, type ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { getPublicListing, type PublicListing } from "~/domain/catalogue/listing-queries.server";
import { searchListings } from "~/domain/discovery/search-listings.server";
import type { ListingHit } from "~/domain/discovery/search-results";
import {
  MAX_PAGE,
  PAGE_SIZE,
  readListingSearch,
  writeListingSearch,
} from "~/domain/discovery/search-schema";
import { walkListings } from "~/domain/discovery/walk-listings.server";
import type { Db } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";
import type {
  achievementSchema,
  listingPageSchema,
  listingSummarySchema,
  needSchema,
} from "./resource-schema";

type Summary = z.output<typeof listingSummarySchema>;
type ListingPage = z.output<typeof listingPageSchema>;

const textOf = (segments: readonly { text: string }[]) => segments.map((one) => one.text).join("");
const isoOf = (milliseconds: number) => new Date(milliseconds).toISOString();

function toSummary(hit: ListingHit): Summary {
  return {
    id: hit.id,
    url: `${appUrl()}/${KIND[hit.kind].segment}/${hit.id}`,
    kind: hit.kind,
    title: hit.plainTitle,
    titleEn: hit.titleEn,
    summary: textOf(hit.summary),
    organisation:
      hit.organisationId === null || hit.organisationName === null
        ? null
        : { id: hit.organisationId, name: textOf(hit.organisationName) },
    organisationKind: hit.organisationKind,
    regionCodes: [...hit.regionCodes],
    fieldCodes: [...hit.fieldCodes],
    modes: [...hit.modes],
    ipKinds: [...hit.ipKinds],
    trl: hit.trl,
    trlVerified: hit.trlVerified,
    price: { kind: hit.priceKind, minFen: hit.priceMinFen, maxFen: hit.priceMaxFen },
    isOpenChallenge: hit.isOpenChallenge,
    publishedAt: isoOf(hit.publishedAt),
    closesAt: hit.closesAt === null ? null : isoOf(hit.closesAt),
  };
}

/** A search with the parameters of the page of the same name, or, with `cursor`, a walk over everything. */
export async function readListings(
  kind: ListingKind,
  params: URLSearchParams,
  db: Db,
): Promise<ListingPage> {
  const cursor = params.get("cursor");
  return cursor === null ? searchPage(kind, params, db) : walkPage(kind, cursor, db);
}

async function searchPage(
  kind: ListingKind,
  params: URLSearchParams,
  db: Db,
): Promise<ListingPage> {
  const search = readListingSearch(params);
  const results = await searchListings(kind, search, db);
  const hasNext = search.page < MAX_PAGE && search.page * PAGE_SIZE < results.total;
  const query = writeListingSearch({ ...search, page: search.page + 1 });
  return {
    items: results.hits.map(toSummary),
    total: results.total,
    isLowerBound: results.isCapped,
    isDegraded: results.degraded,
    next: hasNext ? `${appUrl()}/api/v1/${KIND[kind].segment}?${query}` : null,
  };
}

async function walkPage(kind: ListingKind, cursor: string, db: Db): Promise<ListingPage> {
  const { hits, nextCursor } = await walkListings(kind, cursor, db);
  return {
    items: hits.map(toSummary),
    total: null,
    isLowerBound: false,
    isDegraded: false,
    next: nextCursor ? `${appUrl()}/api/v1/${KIND[kind].segment}?cursor=${nextCursor}` : null,
  };
}

/**
 * One listing as anybody may read it.
 * @throws DomainError "not_found" (404), "listing_gone" (410)
 */
export async function readListing(
  kind: ListingKind,
  id: string,
  db: Db,
): Promise<z.output<typeof achievementSchema> | z.output<typeof needSchema>> {
  const listing = await getPublicListing(db, { kind, id }, null);
  const base = {
    id: listing.id,
    number: listing.number,
    url: `${appUrl()}/${KIND[kind].segment}/${listing.id}`,
    version: listing.versionNumber,
    owner: ownerOf(listing),
    hiddenSections: listing.hidden.map((one) => one.section),
    files: listing.files.map((file) => ({
      url: `${appUrl()}/files/${file.fileId}`,
      name: file.name,
      contentType: file.contentType,
      sizeBytes: file.sizeBytes,
      role: file.role,
      caption: file.caption,
    })),
    publishedAt: listing.publishedAt?.toISOString() ?? null,
    expiresAt: listing.expiresAt?.toISOString() ?? null,
    updatedAt: listing.updatedAt.toISOString(),
  };
  if (listing.kind === "need") {
    const {
      isBlinded: _b,
      sectionVisibility: _s,
      noStateSecretDeclared: _n,
      ...content
    } = listing.content;
    return { ...base, content };
  }
  const {
    isBlinded: _b,
    sectionVisibility: _s,
    noStateSecretDeclared: _n,
    disclosureAcknowledged: _d,
    ...content
  } = listing.content;
  return { ...base, trlVerified: listing.trlVerified, content };
}

function ownerOf({ owner }: PublicListing) {
  const { kind, regionCode, isVerified } = owner;
  return owner.isBlinded
    ? { id: null, name: null, englishName: null, kind, regionCode, isVerified }
    : {
        id: owner.id,
        name: owner.legalName,
        englishName: owner.englishName,
        kind,
        regionCode,
        isVerified,
      };
}
