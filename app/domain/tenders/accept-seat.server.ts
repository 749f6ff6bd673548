import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { getTenderAccess } from "./tender-access.server";
import { lockTender } from "./tender-rows.server";

/**
 * A member has seen who bids and declares that nothing asks for stepping down.
 * @throws DomainError "not_found" (404) for whoever has no seat, "wrong_state" (409),
 * "tender_member_side" (403) for somebody of a bidder
 */
export async function acceptSeat(
  input: { tenderId: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getTenderAccess(tx, input.tenderId, actor);
    const tender = await lockTender(tx, input.tenderId);
    const member = tender.members.find(
      (one) => actor.kind === "USER" && one.userId === actor.userId,
    );
    if (!member || actor.kind !== "USER") throw new DomainError("not_found", { status: 404 });
    if (tender.state !== "EVALUATION" || member.recusedAt) {
      throw new DomainError("wrong_state", { status: 409 });
    }
    if (member.acceptedAt) return;
    const places = actor.memberships.map((one) => one.organisationId);
    if (tender.bids.some((one) => places.includes(one.organisationId))) {
      throw new DomainError("tender_member_side", { status: 403 });
    }
    await tx.tenderMember.update({ where: { id: member.id }, data: { acceptedAt: clock.now() } });
    await appendAudit(tx, actor, {
      action: "tender.member-accepted",
      subjectType: "Tender",
      subjectId: tender.id,
      detail: { memberId: member.id },
    });
  });
}
