import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { notify } from "~/domain/notifications/notify.server";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { getDealSpeaker, lockDeal } from "./deal-access.server";
import type { DealRole, DealSide } from "./deal-role-rules";
import { mayRemove } from "./participant-rules";
import { recordDealEvent } from "./record-deal-event.server";
import { unseatPerson } from "./unseat-person.server";

/**
 * A side asks one of its people, an adviser whom it brought in, or a broker to leave, effective at
 * once; also takes back an invitation.
 * @throws DomainError "not_found", "forbidden" (403)
 */
export async function removePerson(
  dealId: string,
  userId: string,
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getDealSpeaker(tx, dealId, actor, null);
    await lockDeal(tx, dealId);
    const { deal, role, organisationId } = await getDealSpeaker(tx, dealId, actor, null);
    const person = assertFound(
      await tx.dealParticipant.findFirst({
        where: { dealId, userId, leftAt: null },
        select: { role: true, invitedBySide: true, user: { select: { name: true } } },
      }),
    );
    const target = {
      userId,
      role: person.role as DealRole,
      invitedBySide: person.invitedBySide as DealSide | null,
    };
    if (!mayRemove({ userId: actor.userId, role }, target)) {
      throw new DomainError("forbidden", { status: 403 });
    }
    const author = { userId: actor.userId, organisationId };
    const params = { name: person.user.name };
    await recordDealEvent(tx, dealId, { code: "personRemoved", params }, author);
    await unseatPerson(tx, dealId, userId, actor.userId);
    await notify(tx, {
      userIds: [userId],
      kind: "dealRemoved",
      params: { title: deal.title },
      href: "/desk/deals",
    });
    await appendAudit(tx, actor, {
      action: "deal.remove-person",
      subjectType: "Deal",
      subjectId: dealId,
      detail: { userId, role: person.role },
    });
  });
}
