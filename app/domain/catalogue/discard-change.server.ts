import { Prisma } from "#prisma/client/client";
import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import type { ListingRef } from "./listing";
import { KIND } from "./listing-kind-rules";
import { bumpRevision, lockListing } from "./listing-store.server";

/** Throws away the unpublished change of a public listing. Nothing happens when there is none. */
export async function discardChange(input: ListingRef, actor: Actor, db: DbOrTx): Promise<void> {
  await inTransaction(db, async (tx) => {
    const listing = await lockListing(tx, input);
    assertCan(actor, "listing.edit", { organisationId: listing.organisationId });
    if (!listing.pending) return;
    const change = { where: { id: listing.id }, data: { pendingContent: Prisma.DbNull } };
    if (input.kind === "achievement") await tx.achievement.update(change);
    else await tx.need.update(change);
    await bumpRevision(tx, input);
    await appendAudit(tx, actor, {
      action: "listing.change-discarded",
      subjectType: KIND[input.kind].table,
      subjectId: listing.id,
    });
  });
}
