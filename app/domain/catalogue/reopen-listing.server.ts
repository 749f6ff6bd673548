import type { Actor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { DbOrTx } from "~/platform/db.server";
import type { ListingRef } from "./listing";
import { LISTING_CONDUCT } from "./listing-conduct.server";

/** Makes a withdrawn listing a draft again. */
export async function reopenListing(input: ListingRef, actor: Actor, db: DbOrTx): Promise<void> {
  await advance(db, LISTING_CONDUCT[input.kind], input.id, "reopen", actor);
}
