import type { Actor } from "~/domain/identity/actor";
import { can, membershipOf } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db, DbOrTx } from "~/platform/db.server";
import { type Listing, type ListingRef, responsibleRegion } from "./listing";
import type { ListingKind } from "./listing-kind-rules";
import { getListing } from "./listing-store.server";
import {
  type PublicListing,
  type PublicOwner,
  visibleAchievement,
  visibleFiles,
  visibleNeed,
} from "./listing-view";
import type { Grant } from "./visibility-rules";

export type { PublicListing } from "./listing-view";

/** What nobody outside the organisation has been given to read yet, its reviewers included. */
const NOT_YET_SUBMITTED: readonly Listing["state"][] = ["DRAFT", "ORG_CHECK"];

/** How far an actor may read a listing. */
export function grantOf(actor: Actor | null, listing: Listing): Grant {
  if (actor === null) return "PUBLIC";
  if (actor.kind === "SYSTEM") return "FULL";
  const { organisationId } = listing;
  const isOwn = membershipOf(actor, organisationId) !== null;
  if (!isOwn && NOT_YET_SUBMITTED.includes(listing.state)) return "SIGNED_IN";
  const subject = { organisationId, regionCode: responsibleRegion(listing) };
  return can(actor, "listing.view-unpublished", subject) ? "FULL" : "SIGNED_IN";
}

function publicOwner(listing: Listing, grant: Grant): PublicOwner {
  const { organisation } = listing;
  const isVerified = organisation.state === "VERIFIED" || organisation.state === "RECHECK";
  if (listing.content.isBlinded && grant !== "FULL") {
    const regionCode = `${organisation.regionCode.slice(0, 2)}0000`;
    return { isBlinded: true, kind: organisation.kind, regionCode, isVerified };
  }
  const { id, legalName, englishName, kind, regionCode, website, intro, logoFileId } = organisation;
  return {
    isBlinded: false,
    id,
    legalName,
    englishName,
    kind,
    regionCode,
    isVerified,
    website,
    intro,
    logoFileId,
  };
}

/** The listing as one reader may see it: what is not theirs is not in the answer. */
export function toPublic(listing: Listing, actor: Actor | null): PublicListing {
  const grant = grantOf(actor, listing);
  const { open, closedCount } = visibleFiles(listing.files, grant, listing.content.isBlinded);
  const base = {
    id: listing.id,
    number: listing.number,
    state: listing.state,
    versionNumber: listing.versionNumber,
    owner: publicOwner(listing, grant),
    files: open,
    closedFileCount: closedCount,
    viewCount: listing.viewCount,
    interestCount: listing.interestCount,
    publishedAt: listing.publishedAt,
    expiresAt: listing.expiresAt,
    updatedAt: listing.updatedAt,
    isOwn: membershipOf(actor, listing.organisationId) !== null,
    grant,
  };
  if (listing.kind === "need") {
    return { ...base, kind: "need", ...visibleNeed(listing.content, grant) };
  }
  const seen = visibleAchievement(listing.content, grant);
  const isReadinessHidden = seen.hidden.some((one) => one.section === "readiness");
  return {
    ...base,
    kind: "achievement",
    ...seen,
    trlVerified: listing.trlVerified,
    verifiedLevels: isReadinessHidden ? [] : listing.verifiedLevels,
  };
}

/**
 * A published listing for anybody; the owner's side and its reviewers also see it in other states.
 * @throws DomainError "not_found" (404), "listing_gone" (410) for one that was public once
 */
export async function getPublicListing(
  db: DbOrTx,
  ref: ListingRef,
  actor: Actor | null,
): Promise<PublicListing> {
  const listing = await getListing(db, ref);
  if (listing.state !== "PUBLISHED" && grantOf(actor, listing) !== "FULL") {
    const wasPublic = listing.versionNumber > 0;
    throw wasPublic
      ? new DomainError("listing_gone", { status: 410 })
      : new DomainError("not_found", { status: 404 });
  }
  return toPublic(listing, actor);
}

/** @throws DomainError "not_found" (404) to strangers: they do not learn that the draft exists */
export async function getOwnListing(db: DbOrTx, ref: ListingRef, actor: Actor): Promise<Listing> {
  const listing = await getListing(db, ref);
  if (actor.kind === "USER" && membershipOf(actor, listing.organisationId) === null) {
    throw new DomainError("not_found", { status: 404 });
  }
  return listing;
}

export type MineRow = {
  kind: ListingKind;
  id: string;
  number: number;
  title: string;
  state: Listing["state"];
  isBlinded: boolean;
  hasPending: boolean;
  viewCount: number;
  interestCount: number;
  createdById: string;
  updatedAt: Date;
  publishedAt: Date | null;
  expiresAt: Date | null;
};

const mineSelect = {
  id: true,
  number: true,
  title: true,
  state: true,
  isBlinded: true,
  pendingContent: true,
  viewCount: true,
  interestCount: true,
  createdById: true,
  updatedAt: true,
  publishedAt: true,
  expiresAt: true,
} as const;

/** An organisation's listings of a kind, last changed first, with the count of each state. */
export async function listMine(
  db: Db,
  input: {
    kind: ListingKind;
    organisationId: string;
    state?: Listing["state"] | undefined;
    createdById?: string | undefined;
    skip: number;
    take: number;
  },
): Promise<{ rows: MineRow[]; total: number; byState: Record<string, number> }> {
  const scope = {
    organisationId: input.organisationId,
    ...(input.createdById ? { createdById: input.createdById } : {}),
  };
  const where = { ...scope, ...(input.state ? { state: input.state } : {}) };
  const page = {
    where,
    orderBy: [{ updatedAt: "desc" as const }, { id: "desc" as const }],
    skip: input.skip,
    take: input.take,
    select: mineSelect,
  };
  const isAchievement = input.kind === "achievement";
  const [found, groups] = await Promise.all([
    isAchievement ? db.achievement.findMany(page) : db.need.findMany(page),
    isAchievement
      ? db.achievement.groupBy({ by: ["state"], where: scope, _count: true })
      : db.need.groupBy({ by: ["state"], where: scope, _count: true }),
  ]);
  const byState = Object.fromEntries(groups.map((group) => [group.state, group._count]));
  const all = Object.values(byState).reduce((sum, count) => sum + count, 0);
  return {
    rows: found.map(({ pendingContent, state, ...row }) => ({
      ...row,
      kind: input.kind,
      state: state as Listing["state"],
      hasPending: pendingContent !== null,
    })),
    total: input.state ? (byState[input.state] ?? 0) : all,
    byState,
  };
}
