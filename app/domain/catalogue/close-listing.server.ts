import type { Actor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { DbOrTx } from "~/platform/db.server";
import type { ListingRef } from "./listing";
import { LISTING_CONDUCT } from "./listing-conduct.server";

/** Ends a listing that has found its partner or is no longer sought. */
export async function closeListing(
  input: ListingRef & { note: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await advance(db, LISTING_CONDUCT[input.kind], input.id, "close", actor, { note: input.note });
}
