import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan, membershipOf } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { markForIndexing } from "~/domain/shared/mark-for-indexing.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { responsibleRegion } from "./listing";
import { lockListing, refreshVerifiedLevel } from "./listing-store.server";

/**
 * A reviewer notes which evidence of readiness they have seen. The verified level is the highest
 * below which every level is verified; it is shown apart from what the owner declares.
 * @throws DomainError "forbidden" (403), "own_organisation"
 */
export async function verifyReadiness(
  input: { id: string; levels: readonly number[] },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const listing = await lockListing(tx, { kind: "achievement", id: input.id });
    assertCan(actor, "listing.review", { regionCode: responsibleRegion(listing) });
    if (membershipOf(actor, listing.organisationId)) throw new DomainError("own_organisation");
    const seen = new Set(input.levels);
    const where = { achievementId: listing.id };
    await tx.trlEvidence.updateMany({
      where: { ...where, level: { in: [...seen] }, verifiedAt: null },
      data: { verifiedAt: clock.now(), verifiedById: actor.kind === "USER" ? actor.userId : null },
    });
    await tx.trlEvidence.updateMany({
      where: { ...where, level: { notIn: [...seen] } },
      data: { verifiedAt: null, verifiedById: null },
    });
    const level = await refreshVerifiedLevel(tx, listing.id);
    if (listing.state === "PUBLISHED") await markForIndexing(tx, "achievement", listing.id);
    await appendAudit(tx, actor, {
      action: "listing.readiness-verified",
      subjectType: "Achievement",
      subjectId: listing.id,
      detail: { levels: [...seen].sort(), verifiedLevel: level },
    });
  });
}
