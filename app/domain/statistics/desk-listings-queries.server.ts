import { Prisma } from "#prisma/client/client";
import { KIND, LISTING_KINDS, type ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { Db } from "~/platform/db.server";

/** Why a listing stands on the desk. EXPIRING: public, but not for 30 days any more. */
export type DeskBucket =
  | "DRAFT"
  | "ORG_CHECK"
  | "MARKET_REVIEW"
  | "CORRECTION"
  | "EXPIRING"
  | "EXPIRED"
  | "CHANGE";

export type DeskListing = {
  kind: ListingKind;
  id: string;
  title: string;
  bucket: DeskBucket;
  submittedAt: Date | null;
  expiresAt: Date | null;
  updatedAt: Date;
  /** Size of the whole bucket of this kind. */
  total: number;
};

const PER_BUCKET = 4;
/** Older ones are a decision made, not a task. */
const EXPIRED_DAYS = 90;

/**
 * The listings of an organisation on which somebody has to act, the first few of each kind and state
 * with the number of all. Drafts are those of the person alone.
 */
export async function listDeskListings(
  db: Db,
  organisationId: string,
  userId: string,
  now: Date,
): Promise<DeskListing[]> {
  const day = 86_400_000;
  const soon = new Date(now.getTime() + 30 * day);
  const longAgo = new Date(now.getTime() - EXPIRED_DAYS * day);
  const found = await Promise.all(
    LISTING_KINDS.map((kind) => {
      const table = Prisma.raw(`"${KIND[kind].table}"`);
      return db.$queryRaw<DeskListing[]>`
        WITH open AS (
          SELECT id, title, "submittedAt", "expiresAt", "updatedAt",
            CASE
              WHEN state = 'PUBLISHED' AND "expiresAt" <= ${soon} THEN 'EXPIRING'
              WHEN state = 'PUBLISHED' THEN 'CHANGE'
              ELSE state
            END AS bucket
          FROM ${table}
          WHERE "organisationId" = ${organisationId}::uuid AND (
            state IN ('ORG_CHECK', 'MARKET_REVIEW', 'CORRECTION')
            OR (state = 'DRAFT' AND "createdById" = ${userId}::uuid)
            OR (state = 'EXPIRED' AND "expiresAt" >= ${longAgo})
            OR (state = 'PUBLISHED' AND ("expiresAt" <= ${soon} OR "pendingContent" IS NOT NULL)))
        ), placed AS (
          SELECT *, count(*) OVER (PARTITION BY bucket)::int AS total,
            row_number() OVER (PARTITION BY bucket ORDER BY
              CASE WHEN bucket IN ('DRAFT', 'CHANGE') THEN "updatedAt" END DESC,
              CASE WHEN bucket = 'EXPIRED' THEN "expiresAt" END DESC,
              CASE WHEN bucket = 'EXPIRING' THEN "expiresAt" ELSE "submittedAt" END, id) AS place
          FROM open
        )
        SELECT ${kind} AS kind, id, title, bucket, "submittedAt", "expiresAt", "updatedAt", total
        FROM placed WHERE place <= ${PER_BUCKET} ORDER BY bucket, place`;
    }),
  );
  return found.flat();
}
