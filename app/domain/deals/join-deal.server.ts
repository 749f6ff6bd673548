import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { getDealAccess, lockDeal } from "./deal-access.server";
import { recordDealEvent } from "./record-deal-event.server";
import { seatPerson } from "./seat-person.server";

/**
 * An administrator of a side who only looks on takes part, so that a side whose people have left the
 * organisation is not without a voice.
 * @throws DomainError "not_found", "deal_already_there", "deal_not_open" (409)
 */
export async function joinDeal(dealId: string, actor: UserActor, db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    const before = await getDealAccess(tx, dealId, actor, null);
    await lockDeal(tx, dealId);
    if (before.deal.state === "CLOSED") throw new DomainError("deal_not_open", { status: 409 });
    const { side, organisationId, participantId } = before;
    if (participantId) throw new DomainError("deal_already_there", { status: 409 });
    if (!side || !organisationId) throw new DomainError("forbidden", { status: 403 });
    await seatPerson(
      tx,
      dealId,
      {
        userId: actor.userId,
        role: side,
        organisationId,
        invitedBySide: null,
        areas: [],
        invitedById: actor.userId,
        isInvitation: false,
      },
      "userId",
    );
    const author = { userId: actor.userId, organisationId };
    const event = { code: "personAdded", params: { name: actor.name } };
    await recordDealEvent(tx, dealId, event, author);
    await appendAudit(tx, actor, {
      action: "deal.join",
      subjectType: "Deal",
      subjectId: dealId,
      detail: { side },
    });
  });
}
