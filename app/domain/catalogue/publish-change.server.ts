import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import type { ListingRef } from "./listing";
import { LISTING_CONDUCT } from "./listing-conduct.server";
import { lockListing } from "./listing-store.server";

/**
 * Makes the pending change of a public listing its next version. It is public at once; the
 * reviewers of the region are told and may take it down.
 * @throws DomainError "stale_revision" (409), "nothing_changed", "listing_incomplete", "note_required"
 */
export async function publishChange(
  input: ListingRef & { revision: number; note: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const listing = await lockListing(tx, input);
    if (input.revision !== listing.revision) {
      throw new DomainError("stale_revision", { status: 409 });
    }
    if (!listing.pending) throw new DomainError("nothing_changed");
    const { note } = input;
    await advance(tx, LISTING_CONDUCT[input.kind], input.id, "publishChange", actor, { note });
  });
}
