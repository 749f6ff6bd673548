import type { Actor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { DbOrTx } from "~/platform/db.server";
import type { ListingRef } from "./listing";
import { LISTING_CONDUCT } from "./listing-conduct.server";

/** A reviewer takes a public listing down for correction, with a reason. */
export async function takeDownListing(
  input: ListingRef & { note: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await advance(db, LISTING_CONDUCT[input.kind], input.id, "takeDown", actor, { note: input.note });
}
