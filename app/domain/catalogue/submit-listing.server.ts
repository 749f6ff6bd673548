import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import type { ListingRef } from "./listing";
import { LISTING_CONDUCT } from "./listing-conduct.server";
import { lockListing } from "./listing-store.server";

/**
 * Hands a draft to the organisation's check. `revision` is what the person saw on the last page:
 * a draft that somebody else changed meanwhile is not submitted unseen.
 * @throws DomainError "stale_revision" (409), "listing_incomplete", "organisation_not_verified", …
 */
export async function submitListing(
  input: ListingRef & { revision?: number },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const listing = await lockListing(tx, input);
    if (input.revision !== undefined && input.revision !== listing.revision) {
      throw new DomainError("stale_revision", { status: 409 });
    }
    await advance(tx, LISTING_CONDUCT[input.kind], input.id, "submit", actor);
  });
}
