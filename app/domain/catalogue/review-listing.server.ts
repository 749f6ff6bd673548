import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import type { ListingRef } from "./listing";
import { LISTING_CONDUCT } from "./listing-conduct.server";
import { KIND } from "./listing-kind-rules";
import { lockListing } from "./listing-store.server";
import type { FieldComment } from "./review-schema";

export type ReviewInput = ListingRef & {
  /** Revision that the reviewer read; a recalled and resubmitted listing is not decided unseen. */
  revision?: number;
} & ({ decision: "publish" } | { decision: "return"; note: string; comments: FieldComment[] });

/**
 * A reviewer publishes a listing or returns it with comments on its fields.
 * @throws DomainError "stale_revision" (409), "own_organisation", "note_required", "wrong_state" (409)
 */
export async function reviewListing(input: ReviewInput, actor: Actor, db: DbOrTx): Promise<void> {
  await inTransaction(db, async (tx) => {
    const listing = await lockListing(tx, input);
    if (input.revision !== undefined && input.revision !== listing.revision) {
      throw new DomainError("stale_revision", { status: 409 });
    }
    const conduct = LISTING_CONDUCT[input.kind];
    if (input.decision === "publish") {
      await advance(tx, conduct, input.id, "publish", actor);
      return;
    }
    const { note, comments } = input;
    const round = await tx.procedureMove.count({
      where: { procedure: "listing", subjectId: input.id, move: "submit" },
    });
    if (actor.kind === "USER") {
      await tx.reviewComment.createMany({
        data: comments.map(({ field, message }) => ({
          id: newId(),
          [KIND[input.kind].foreignKey]: input.id,
          round,
          field,
          message,
          authorId: actor.userId,
          createdAt: clock.now(),
        })),
      });
    }
    const fields = comments.map((comment) => comment.field);
    await advance(tx, conduct, input.id, "returnForCorrection", actor, { note, fields });
  });
}
