import type { Actor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { DbOrTx } from "~/platform/db.server";
import type { ListingRef } from "./listing";
import { LISTING_CONDUCT } from "./listing-conduct.server";

/** The owner confirms that the listing still holds: it is shown for a full period from now. */
export async function reconfirmListing(input: ListingRef, actor: Actor, db: DbOrTx): Promise<void> {
  await advance(db, LISTING_CONDUCT[input.kind], input.id, "reconfirm", actor);
}
