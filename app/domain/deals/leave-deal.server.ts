import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { getDealSpeaker, lockDeal } from "./deal-access.server";
import { mayLeave } from "./participant-rules";
import { listSpeakers } from "./people-queries.server";
import { recordDealEvent } from "./record-deal-event.server";
import { unseatPerson } from "./unseat-person.server";

/**
 * A person leaves a room. The last one who speaks for a side stays as long as the room runs: of two
 * who leave at once, the second finds the first gone.
 * @throws DomainError "not_found", "forbidden" (403), "deal_last_speaker" (409)
 */
export async function leaveDeal(dealId: string, actor: UserActor, db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getDealSpeaker(tx, dealId, actor, null);
    await lockDeal(tx, dealId);
    const { deal, role, organisationId } = await getDealSpeaker(tx, dealId, actor, null);
    const speakers = await listSpeakers(tx, dealId);
    if (!mayLeave({ userId: actor.userId, role }, speakers, deal.state === "CLOSED")) {
      throw new DomainError("deal_last_speaker", { status: 409 });
    }
    const author = { userId: actor.userId, organisationId };
    await recordDealEvent(tx, dealId, { code: "personLeft" }, author);
    await unseatPerson(tx, dealId, actor.userId, actor.userId);
    await appendAudit(tx, actor, {
      action: "deal.leave",
      subjectType: "Deal",
      subjectId: dealId,
      detail: { role },
    });
  });
}
