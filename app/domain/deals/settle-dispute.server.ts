import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { notify } from "~/domain/notifications/notify.server";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { getDealSpeaker, lockDeal } from "./deal-access.server";
import { dealConduct } from "./deal-conduct.server";
import { dealHref } from "./deal-href";
import { listDealUserIds } from "./deal-people-queries.server";
import { recordDealEvent } from "./record-deal-event.server";
import { listSettleOffers, SETTLE_OFFER } from "./settlement-queries.server";

/**
 * A side agrees to settle the running dispute; when both have, the talks go on.
 * @throws DomainError "not_found", "forbidden" (403), "wrong_state" (409)
 * @returns whether the dispute is settled now
 */
export async function settleDispute(dealId: string, actor: UserActor, db: Db): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { side, organisationId } = await getDealSpeaker(tx, dealId, actor, null);
    if (!side) throw new DomainError("forbidden", { status: 403 });
    await lockDeal(tx, dealId);
    const { state, title } = await tx.deal.findUniqueOrThrow({
      where: { id: dealId },
      select: { state: true, title: true },
    });
    if (state !== "DISPUTED") throw new DomainError("wrong_state", { status: 409 });
    const offers = await listSettleOffers(tx, dealId);
    if (!offers.has(side)) {
      const author = { userId: actor.userId, organisationId };
      await recordDealEvent(tx, dealId, { code: SETTLE_OFFER, params: { side } }, author);
      offers.add(side);
    }
    if (offers.size === 2) {
      await advance(tx, dealConduct, dealId, "settle", actor);
      return true;
    }
    await notify(tx, {
      userIds: (await listDealUserIds(tx, dealId)).filter((id) => id !== actor.userId),
      kind: "dealSettleOffered",
      params: { title },
      href: dealHref(dealId),
    });
    await appendAudit(tx, actor, {
      action: "deal.offer-settlement",
      subjectType: "Deal",
      subjectId: dealId,
      detail: { side },
    });
    return false;
  });
}
