import { createHmac, timingSafeEqual } from "node:crypto";
import { systemActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Db, DbOrTx } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import type { Listing, ListingRef } from "./listing";
import { LISTING_CONDUCT } from "./listing-conduct.server";
import { isListingKind } from "./listing-kind-rules";
import { getListing } from "./listing-store.server";

function sign(payload: string): string {
  return createHmac("sha256", env().APP_SECRET)
    .update(`listing.reconfirm:${payload}`)
    .digest("base64url");
}

/** Path of the link in a mail. It holds for the period that ends at `expiresAt` and for one person. */
export function reconfirmPath(ref: ListingRef & { expiresAt: Date; userId: string }): string {
  const payload = `${ref.kind}.${ref.id}.${ref.expiresAt.getTime()}.${ref.userId}`;
  return `/reconfirm/${Buffer.from(payload).toString("base64url")}.${sign(payload)}`;
}

type Link = { listing: Listing; userId: string; isUsed: boolean };

/**
 * What a link stands for. It is used once the listing has been confirmed since.
 * @throws DomainError "link_invalid" (410)
 */
export async function readReconfirmLink(token: string, db: DbOrTx): Promise<Link> {
  const invalid = () => new DomainError("link_invalid", { status: 410 });
  const [encoded = "", signature = ""] = token.split(".");
  const payload = Buffer.from(encoded, "base64url").toString("utf8");
  const given = Buffer.from(signature);
  const expected = Buffer.from(sign(payload));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw invalid();
  const [kind, id, expires, userId] = payload.split(".");
  if (!isListingKind(kind) || !isId(id) || !isId(userId)) throw invalid();
  const listing = await getListing(db, { kind, id });
  if (listing.state !== "PUBLISHED" && listing.state !== "EXPIRED") throw invalid();
  const membership = await db.membership.findFirst({
    where: { userId, organisationId: listing.organisationId, endedAt: null },
    select: { id: true },
  });
  if (!membership) throw invalid();
  return { listing, userId, isUsed: listing.expiresAt?.getTime() !== Number(expires) };
}

/** Confirms through the link of a mail; a second click changes nothing. */
export async function reconfirmByLink(token: string, db: Db): Promise<Listing> {
  const { listing, userId, isUsed } = await readReconfirmLink(token, db);
  if (!isUsed) {
    const conduct = LISTING_CONDUCT[listing.kind];
    await advance(db, conduct, listing.id, "reconfirm", systemActor("reconfirm-link"), { userId });
  }
  return getListing(db, listing);
}
