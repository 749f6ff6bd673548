import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { getDealSpeaker, lockDeal } from "./deal-access.server";
import { recordDealEvent } from "./record-deal-event.server";

/**
 * The owning side takes back what it opened; from then on nobody reads it, whatever pages are open.
 * @throws DomainError "not_found", "forbidden" (403) for the other side's, "wrong_state" (409) when it
 * is taken back already
 */
export async function revokeDisclosure(
  dealId: string,
  grantId: string,
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { side, organisationId } = await getDealSpeaker(tx, dealId, actor, null);
    await lockDeal(tx, dealId);
    const grant = assertFound(
      await tx.disclosureGrant.findFirst({
        where: { id: grantId, dealId },
        select: { listingKind: true, granteeId: true, revokedAt: true },
      }),
    );
    const owner = grant.listingKind === "ACHIEVEMENT" ? "SUPPLY" : "DEMAND";
    if (side !== owner) throw new DomainError("forbidden", { status: 403 });
    if (grant.revokedAt) throw new DomainError("wrong_state", { status: 409 });
    await tx.disclosureGrant.update({
      where: { id: grantId },
      data: { revokedAt: clock.now(), revokedById: actor.userId },
    });
    const author = { userId: actor.userId, organisationId };
    await recordDealEvent(tx, dealId, { code: "disclosureRevoked" }, author);
    await appendAudit(tx, actor, {
      action: "deal.revoke-disclosure",
      subjectType: "DisclosureGrant",
      subjectId: grantId,
      detail: { dealId, granteeId: grant.granteeId },
    });
  });
}
