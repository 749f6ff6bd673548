import type { AchievementContent } from "./achievement-schema";
import type { ListingKind } from "./listing-kind-rules";
import type { ListingState } from "./listing-procedure";
import type { NeedContent } from "./need-schema";
import type { Visibility } from "./visibility-rules";

export type ListingOwner = {
  id: string;
  legalName: string;
  englishName: string | null;
  kind: string;
  regionCode: string;
  state: string;
  trustedImport: boolean;
  website: string | null;
  intro: string;
  logoFileId: string | null;
};

export type ListingFileRow = {
  /** Id of the place in the listing; the bytes are under `fileId`. */
  id: string;
  fileId: string;
  role: "PICTURE" | "ATTACHMENT";
  visibility: Visibility;
  caption: string;
  name: string;
  contentType: string;
  sizeBytes: number;
};

type Base = {
  id: string;
  number: number;
  organisationId: string;
  organisation: ListingOwner;
  createdById: string;
  state: ListingState;
  revision: number;
  versionNumber: number;
  regionCode: string | null;
  source: string | null;
  files: ListingFileRow[];
  viewCount: number;
  interestCount: number;
  submittedAt: Date | null;
  publishedAt: Date | null;
  expiresAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
};

export type AchievementListing = Base & {
  kind: "achievement";
  content: AchievementContent;
  pending: AchievementContent | null;
  trlVerified: number | null;
  /** Levels whose evidence a reviewer has seen. */
  verifiedLevels: number[];
};

export type NeedListing = Base & {
  kind: "need";
  content: NeedContent;
  pending: NeedContent | null;
};

/** A listing as the domain works with it, of either kind. */
export type Listing = AchievementListing | NeedListing;

export type ListingRef = { kind: ListingKind; id: string };

/** Region whose reviewer is responsible: the listing's own, else its owner's. */
export function responsibleRegion(listing: {
  regionCode: string | null;
  organisation: { regionCode: string };
}): string {
  return listing.regionCode ?? listing.organisation.regionCode;
}

/** What the owner is working on: the unpublished change of a public listing, else its content. */
export function workingContent(listing: AchievementListing): AchievementContent;
export function workingContent(listing: NeedListing): NeedContent;
export function workingContent(listing: Listing): AchievementContent | NeedContent;
export function workingContent(listing: Listing): AchievementContent | NeedContent {
  return listing.pending ?? listing.content;
}
