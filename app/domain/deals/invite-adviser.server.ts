import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { notify } from "~/domain/notifications/notify.server";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { getDealSpeaker, lockDeal } from "./deal-access.server";
import type { InviteInput } from "./people-schema";
import { recordDealEvent } from "./record-deal-event.server";
import { seatPerson } from "./seat-person.server";

/** Where open invitations stand. */
export const INVITATIONS_HREF = "/desk/deals";

/**
 * A side invites a lawyer or evaluator by the e-mail address of their account. They see nothing until
 * they accept, and afterwards the parts that the side has opened to them.
 * @throws DomainError "not_found", "forbidden" (403), "deal_not_open" (409), "deal_no_account",
 * "deal_of_a_side", "deal_already_there", "deal_people_max"
 */
export async function inviteAdviser(
  dealId: string,
  input: InviteInput,
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { deal, side, organisationId } = await getDealSpeaker(tx, dealId, actor, null);
    if (!side) throw new DomainError("forbidden", { status: 403 });
    await lockDeal(tx, dealId);
    if (deal.state === "CLOSED") throw new DomainError("deal_not_open", { status: 409 });
    const person = await tx.user.findFirst({
      where: { email: input.email, emailVerified: true, deactivatedAt: null },
      select: { id: true, name: true },
    });
    if (!person) throw new DomainError("deal_no_account", { field: "email" });
    const sides = [deal.supplyOrganisationId, deal.demandOrganisationId];
    const isOfASide = await tx.membership.count({
      where: { userId: person.id, endedAt: null, organisationId: { in: sides } },
    });
    if (isOfASide > 0) throw new DomainError("deal_of_a_side", { field: "email" });
    await seatPerson(
      tx,
      dealId,
      {
        userId: person.id,
        role: input.role,
        organisationId: null,
        invitedBySide: side,
        areas: input.areas,
        invitedById: actor.userId,
        isInvitation: true,
      },
      "email",
    );
    const params = { name: person.name, role: input.role };
    const author = { userId: actor.userId, organisationId };
    await recordDealEvent(tx, dealId, { code: "personInvited", params }, author);
    await notify(tx, {
      userIds: [person.id],
      kind: "dealInvited",
      params: { name: actor.name, title: deal.title },
      href: INVITATIONS_HREF,
    });
    await appendAudit(tx, actor, {
      action: "deal.invite-adviser",
      subjectType: "Deal",
      subjectId: dealId,
      detail: { userId: person.id, role: input.role, side, areas: [...input.areas] },
    });
  });
}
