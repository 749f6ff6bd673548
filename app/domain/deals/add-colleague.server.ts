import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { notify } from "~/domain/notifications/notify.server";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { getDealSpeaker, lockDeal } from "./deal-access.server";
import { dealHref } from "./deal-href";
import { recordDealEvent } from "./record-deal-event.server";
import { seatPerson } from "./seat-person.server";

/**
 * A speaker of a side brings in a member of the own organisation, who can then speak for it too.
 * @throws DomainError "not_found", "forbidden" (403), "deal_not_open" (409), "not_a_choice",
 * "deal_already_there", "deal_people_max"
 */
export async function addColleague(
  dealId: string,
  userId: string,
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { deal, side, organisationId } = await getDealSpeaker(tx, dealId, actor, null);
    if (!side || !organisationId) throw new DomainError("forbidden", { status: 403 });
    await lockDeal(tx, dealId);
    if (deal.state === "CLOSED") throw new DomainError("deal_not_open", { status: 409 });
    const member = await tx.membership.findFirst({
      where: { organisationId, userId, endedAt: null, user: { deactivatedAt: null } },
      select: { user: { select: { name: true } } },
    });
    if (!member) throw new DomainError("not_a_choice", { field: "userId" });
    await seatPerson(
      tx,
      dealId,
      {
        userId,
        role: side,
        organisationId,
        invitedBySide: null,
        areas: [],
        invitedById: actor.userId,
        isInvitation: false,
      },
      "userId",
    );
    const event = { code: "personAdded", params: { name: member.user.name } };
    await recordDealEvent(tx, dealId, event, { userId: actor.userId, organisationId });
    await notify(tx, {
      userIds: [userId],
      kind: "dealJoined",
      params: { name: actor.name, title: deal.title },
      href: dealHref(dealId),
    });
    await appendAudit(tx, actor, {
      action: "deal.add-colleague",
      subjectType: "Deal",
      subjectId: dealId,
      detail: { userId, side },
    });
  });
}
