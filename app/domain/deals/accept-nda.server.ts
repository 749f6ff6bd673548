import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { getDealSpeaker, lockDeal } from "./deal-access.server";
import { getNda } from "./nda-queries.server";
import { recordDealEvent } from "./record-deal-event.server";

/**
 * A person in the room accepts the non-disclosure undertaking that was shown: the text itself, its
 * hash, the time and the network address are kept. Accepting again changes nothing.
 * @throws DomainError "not_found", "forbidden" (403), "deal_nda_changed" (409) when another text was
 * shown, "deal_not_open" (409)
 */
export async function acceptNda(
  dealId: string,
  input: { textHash: string; ipAddress: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { deal, organisationId } = await getDealSpeaker(tx, dealId, actor, null);
    await lockDeal(tx, dealId);
    if (deal.state === "CLOSED") throw new DomainError("deal_not_open", { status: 409 });
    const nda = await getNda(tx, dealId);
    if (nda.hash !== input.textHash) throw new DomainError("deal_nda_changed", { status: 409 });
    const made = await tx.ndaAcceptance.createMany({
      data: [
        {
          id: newId(),
          dealId,
          userId: actor.userId,
          organisationId,
          textVersion: nda.version,
          textHash: nda.hash,
          text: nda.text,
          ipAddress: input.ipAddress || null,
          createdAt: clock.now(),
        },
      ],
      skipDuplicates: true,
    });
    if (made.count === 0) return;
    const author = { userId: actor.userId, organisationId };
    const event = { code: "ndaAccepted", params: { version: nda.version } };
    await recordDealEvent(tx, dealId, event, author);
    await appendAudit(tx, actor, {
      action: "deal.accept-nda",
      subjectType: "Deal",
      subjectId: dealId,
      detail: { version: nda.version, textHash: nda.hash },
    });
  });
}
