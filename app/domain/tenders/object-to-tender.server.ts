import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { STANDING_BIDS } from "./tender-bid-procedure";
import { tellBuyer, tellOperators } from "./tender-notices.server";
import { lockTender } from "./tender-rows.server";

const OBJECTORS: readonly string[] = [...STANDING_BIDS, "INVALID", "REJECTED"];

/**
 * A bidder objects to the published candidates. Until it has a result the tender does not go on.
 * @throws DomainError "tender_objection_closed" (409), "tender_not_bidder" (403), "not_found" (404)
 */
export async function objectToTender(
  input: { tenderId: string; organisationId: string; text: string },
  actor: Actor,
  db: DbOrTx,
): Promise<{ number: number }> {
  if (actor.kind !== "USER") throw new DomainError("forbidden", { status: 403 });
  return inTransaction(db, async (tx) => {
    const tender = await lockTender(tx, input.tenderId);
    const now = clock.now();
    const isOpen =
      tender.state === "CANDIDATES" && tender.candidatesEndAt && now < tender.candidatesEndAt;
    if (!isOpen) throw new DomainError("tender_objection_closed", { status: 409 });
    const { organisationId } = input;
    const isBidder = tender.bids.some(
      (one) => one.organisationId === organisationId && OBJECTORS.includes(one.state),
    );
    if (!isBidder || !can(actor, "tender.bid", { organisationId })) {
      throw new DomainError("tender_not_bidder", { status: 403 });
    }
    const number = tender.objections.length + 1;
    await tx.tenderObjection.create({
      data: {
        id: newId(),
        tenderId: tender.id,
        number,
        organisationId,
        raisedById: actor.userId,
        text: input.text,
        createdAt: now,
      },
    });
    await tellOperators(tx, tender, "tenderObjection");
    await tellBuyer(tx, tender, "tenderObjection");
    await appendAudit(tx, actor, {
      action: "tender.object",
      subjectType: "Tender",
      subjectId: tender.id,
      detail: { number, organisationId },
    });
    return { number };
  });
}
