import type { Actor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { DbOrTx } from "~/platform/db.server";
import type { ListingRef } from "./listing";
import { LISTING_CONDUCT } from "./listing-conduct.server";

/** Takes a listing back from the check or the review into the draft. */
export async function recallListing(input: ListingRef, actor: Actor, db: DbOrTx): Promise<void> {
  await advance(db, LISTING_CONDUCT[input.kind], input.id, "recall", actor);
}
