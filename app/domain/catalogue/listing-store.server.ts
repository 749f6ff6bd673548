import { Prisma } from "#prisma/client/client";
import { clock } from "~/domain/shared/clock";
import { assertFound } from "~/domain/shared/domain-error";
import { isId, newId } from "~/domain/shared/ids";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { achievementContentSchema } from "./achievement-schema";
import type {
  AchievementListing,
  Listing,
  ListingFileRow,
  ListingRef,
  NeedListing,
} from "./listing";
import {
  achievementChildren,
  achievementColumns,
  needChildren,
  needColumns,
} from "./listing-columns";
import type { KindAndContent } from "./listing-content";
import { KIND, type ListingKind } from "./listing-kind-rules";
import type { ListingState } from "./listing-procedure";
import {
  type AchievementRow,
  achievementContentOf,
  achievementInclude,
  type NeedRow,
  needContentOf,
  needInclude,
} from "./listing-rows.server";
import { needContentSchema } from "./need-schema";
import { supportedLevel } from "./readiness-rules";
import { asVisibility } from "./visibility-rules";

function baseOf(row: AchievementRow | NeedRow) {
  const files: ListingFileRow[] = row.files
    .filter((one) => one.file.deletedAt === null)
    .map((one) => ({
      id: one.id,
      fileId: one.file.id,
      role: one.role === "PICTURE" ? "PICTURE" : "ATTACHMENT",
      visibility: asVisibility(one.visibility),
      caption: one.caption,
      name: one.file.name,
      contentType: one.file.contentType,
      sizeBytes: Number(one.file.sizeBytes),
    }));
  return {
    id: row.id,
    number: row.number,
    organisationId: row.organisationId,
    organisation: row.organisation,
    createdById: row.createdById,
    // A check constraint holds the column to the procedure's states.
    state: row.state as ListingState,
    revision: row.revision,
    versionNumber: row.versionNumber,
    regionCode: row.regionCode,
    source: row.source,
    files,
    viewCount: row.viewCount,
    interestCount: row.interestCount,
    submittedAt: row.submittedAt,
    publishedAt: row.publishedAt,
    expiresAt: row.expiresAt,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

export function toAchievement(row: AchievementRow): AchievementListing {
  return {
    ...baseOf(row),
    kind: "achievement",
    content: achievementContentOf(row),
    pending:
      row.pendingContent === null ? null : achievementContentSchema.parse(row.pendingContent),
    trlVerified: row.trlVerified,
    verifiedLevels: row.trlEvidence.filter((one) => one.verifiedAt).map((one) => one.level),
  };
}

export function toNeed(row: NeedRow): NeedListing {
  return {
    ...baseOf(row),
    kind: "need",
    content: needContentOf(row),
    pending: row.pendingContent === null ? null : needContentSchema.parse(row.pendingContent),
  };
}

/** Reads listings of one kind by id, in no particular order; unknown ids are missing. */
export async function loadListings(
  db: DbOrTx,
  kind: ListingKind,
  ids: readonly string[],
): Promise<Listing[]> {
  const where = { id: { in: [...ids] } };
  if (kind === "achievement") {
    const rows = await db.achievement.findMany({ where, include: achievementInclude });
    return rows.map(toAchievement);
  }
  const rows = await db.need.findMany({ where, include: needInclude });
  return rows.map(toNeed);
}

/** @throws DomainError "not_found" (404), also for a malformed id */
export async function getListing(db: DbOrTx, { kind, id }: ListingRef): Promise<Listing> {
  const found = isId(id) ? await loadListings(db, kind, [id]) : [];
  return assertFound(found[0]);
}

/** The same with the row locked until the transaction ends: two savers come one after the other. */
export async function lockListing(tx: Tx, ref: ListingRef): Promise<Listing> {
  assertFound(isId(ref.id) ? true : null);
  const table = Prisma.raw(`"${KIND[ref.kind].table}"`);
  await tx.$queryRaw`SELECT id FROM ${table} WHERE id = ${ref.id}::uuid FOR UPDATE`;
  return getListing(tx, ref);
}

/** Overwrites the content of a listing, children included. Verified evidence stays while unchanged. */
export async function writeContent(tx: Tx, id: string, next: KindAndContent): Promise<void> {
  const now = clock.now();
  if (next.kind === "need") {
    const { targets } = needChildren(next.content);
    await tx.need.update({
      where: { id },
      data: { ...needColumns(next.content, now), pendingContent: Prisma.DbNull },
    });
    await tx.needTarget.deleteMany({ where: { needId: id } });
    await tx.needTarget.createMany({
      data: targets.map((row) => ({ ...row, id: newId(), needId: id })),
    });
    return;
  }
  const { ipRights, coOwners, trlEvidence } = achievementChildren(next.content);
  await tx.achievement.update({
    where: { id },
    data: { ...achievementColumns(next.content, now), pendingContent: Prisma.DbNull },
  });
  const where = { achievementId: id };
  await tx.achievementIpRight.deleteMany({ where });
  await tx.achievementIpRight.createMany({
    data: ipRights.map((row) => ({ ...row, id: newId(), achievementId: id })),
  });
  await tx.achievementCoOwner.deleteMany({ where });
  await tx.achievementCoOwner.createMany({
    data: coOwners.map((row) => ({ ...row, id: newId(), achievementId: id })),
  });
  const kept = trlEvidence.map((row) => ({ level: row.level, evidence: row.evidence }));
  await tx.trlEvidence.deleteMany({
    where: { ...where, ...(kept.length > 0 ? { NOT: { OR: kept } } : {}) },
  });
  await tx.trlEvidence.createMany({
    data: trlEvidence.map((row) => ({ ...row, id: newId(), achievementId: id })),
    skipDuplicates: true,
  });
  await refreshVerifiedLevel(tx, id);
}

/** The verified level follows the evidence that is still there and still verified. */
export async function refreshVerifiedLevel(tx: Tx, achievementId: string): Promise<number | null> {
  const verified = await tx.trlEvidence.findMany({
    where: { achievementId, verifiedAt: { not: null } },
    select: { level: true },
  });
  const trlVerified = supportedLevel(verified.map((one) => one.level)) || null;
  await tx.achievement.update({ where: { id: achievementId }, data: { trlVerified } });
  return trlVerified;
}

/** Stores an unpublished change of a public listing. */
export async function writePending(tx: Tx, id: string, next: KindAndContent): Promise<void> {
  if (next.kind === "need") {
    await tx.need.update({ where: { id }, data: { pendingContent: next.content } });
  } else {
    await tx.achievement.update({ where: { id }, data: { pendingContent: next.content } });
  }
}

/** Counts the save up; every open form on the older revision is stale from now on. */
export async function bumpRevision(tx: Tx, { kind, id }: ListingRef): Promise<number> {
  const data = { revision: { increment: 1 } };
  const select = { revision: true };
  const row =
    kind === "achievement"
      ? await tx.achievement.update({ where: { id }, data, select })
      : await tx.need.update({ where: { id }, data, select });
  return row.revision;
}

/** Content paired with its kind, for functions that take either. */
export function kindAndContent(listing: Listing, content: Listing["content"]): KindAndContent {
  return { kind: listing.kind, content } as KindAndContent;
}
