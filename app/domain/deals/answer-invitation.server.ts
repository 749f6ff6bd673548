import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { markRead } from "~/domain/notifications/mark-read.server";
import { notify } from "~/domain/notifications/notify.server";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { lockDeal } from "./deal-access.server";
import { dealHref } from "./deal-href";
import { INVITATIONS_HREF } from "./invite-adviser.server";
import { recordDealEvent } from "./record-deal-event.server";

/**
 * An invited lawyer or evaluator comes in or declines; the inviting person is told.
 * @throws DomainError "not_found" (404), "deal_invitation_closed" (409)
 */
export async function answerInvitation(
  dealId: string,
  answer: "accept" | "decline",
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    assertFound(isId(dealId) || null);
    await lockDeal(tx, dealId);
    const seat = assertFound(
      await tx.dealParticipant.findUnique({
        where: { dealId_userId: { dealId, userId: actor.userId } },
        select: {
          id: true,
          joinedAt: true,
          leftAt: true,
          invitedById: true,
          deal: { select: { title: true, state: true } },
        },
      }),
    );
    if (seat.joinedAt || seat.leftAt || seat.deal.state === "CLOSED") {
      throw new DomainError("deal_invitation_closed", { status: 409 });
    }
    const now = clock.now();
    await tx.dealParticipant.update({
      where: { id: seat.id },
      data: answer === "accept" ? { joinedAt: now } : { leftAt: now },
    });
    const code = answer === "accept" ? "personJoined" : "personDeclined";
    const author = { userId: actor.userId, organisationId: null };
    await recordDealEvent(tx, dealId, { code }, author);
    await markRead({ href: INVITATIONS_HREF }, actor, tx);
    await notify(tx, {
      userIds: [seat.invitedById],
      kind: "dealInvitationAnswered",
      params: { name: actor.name, title: seat.deal.title },
      href: dealHref(dealId, "people"),
    });
    await appendAudit(tx, actor, {
      action: `deal.invitation-${answer}`,
      subjectType: "Deal",
      subjectId: dealId,
    });
  });
}
