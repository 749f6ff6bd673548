import type { Actor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { DbOrTx } from "~/platform/db.server";
import type { ListingRef } from "./listing";
import { LISTING_CONDUCT } from "./listing-conduct.server";

/** The organisation's answer before the market sees a listing: pass it on, or send it back with a reason. */
export async function checkListing(
  input: ListingRef & ({ isPassed: true } | { isPassed: false; note: string }),
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  const move = input.isPassed ? "checkPassed" : "checkFailed";
  const note = input.isPassed ? {} : { note: input.note };
  await advance(db, LISTING_CONDUCT[input.kind], input.id, move, actor, note);
}
