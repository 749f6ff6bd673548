import type { Actor } from "~/domain/identity/actor";
import { advanceMany } from "~/domain/shared/procedure/advance.server";
import type { DbOrTx } from "~/platform/db.server";
import { LISTING_CONDUCT } from "./listing-conduct.server";
import type { ListingKind } from "./listing-kind-rules";

/**
 * Publishes imported drafts without a review of each: all or none, in one transaction, with a
 * constant number of statements. For the market itself, operators, and publishers of an organisation
 * whose imports are trusted. Matches are not asked for; the import does that at its end.
 */
export async function publishImported(
  input: { kind: ListingKind; ids: readonly string[]; source: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await advanceMany(db, LISTING_CONDUCT[input.kind], input.ids, "publishImported", actor, {
    source: input.source,
  });
}
