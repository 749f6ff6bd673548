import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";

const columns = {
  id: true,
  title: true,
  state: true,
  organisationId: true,
  isBlinded: true,
  expiresAt: true,
} as const;

export type PairListing = {
  id: string;
  title: string;
  state: string;
  organisationId: string;
  isBlinded: boolean;
  expiresAt: Date | null;
};

/** What matching needs to know of a listing in any state, or null. */
export function findPairListing(
  db: DbOrTx,
  kind: ListingKind,
  id: string,
): Promise<PairListing | null> {
  return kind === "achievement"
    ? db.achievement.findUnique({ where: { id }, select: columns })
    : db.need.findUnique({ where: { id }, select: columns });
}

/** Whether others may answer to a listing now: published and not past its expiry. */
export function isOpen(listing: Pick<PairListing, "state" | "expiresAt">): boolean {
  return listing.state === "PUBLISHED" && (!listing.expiresAt || listing.expiresAt > clock.now());
}
