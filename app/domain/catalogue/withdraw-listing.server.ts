import type { Actor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { DbOrTx } from "~/platform/db.server";
import type { ListingRef } from "./listing";
import { LISTING_CONDUCT } from "./listing-conduct.server";

/** The owner takes the listing out of the market, with a reason. */
export async function withdrawListing(
  input: ListingRef & { note: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await advance(db, LISTING_CONDUCT[input.kind], input.id, "withdraw", actor, { note: input.note });
}
