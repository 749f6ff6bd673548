import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { getTenderAccess } from "./tender-access.server";
import { tenderHref } from "./tender-href";
import { tellTender } from "./tender-notices.server";
import { lockTender } from "./tender-rows.server";

/**
 * The market's decision on an objection; objection and result are public from then on. An upheld one
 * leaves the market to have the bids evaluated anew.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409),
 * "tender_own_objection" (403)
 */
export async function handleTenderObjection(
  input: {
    tenderId: string;
    objectionId: string;
    outcome: "UPHELD" | "REJECTED";
    result: string;
  },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getTenderAccess(tx, input.tenderId, actor);
    const tender = await lockTender(tx, input.tenderId);
    assertCan(actor, "tender.operate", { regionCode: tender.regionCode });
    const objection = await tx.tenderObjection.findFirst({
      where: { id: input.objectionId, tenderId: tender.id },
    });
    if (!objection) throw new DomainError("not_found", { status: 404 });
    if (tender.state !== "CANDIDATES" || objection.outcome) {
      throw new DomainError("wrong_state", { status: 409 });
    }
    const places = actor.kind === "USER" ? actor.memberships : [];
    if (places.some((one) => one.organisationId === objection.organisationId)) {
      throw new DomainError("tender_own_objection", { status: 403 });
    }
    await tx.tenderObjection.update({
      where: { id: objection.id },
      data: {
        outcome: input.outcome,
        result: input.result,
        handledAt: clock.now(),
        handledById: actor.kind === "USER" ? actor.userId : null,
      },
    });
    const userIds = [objection.raisedById];
    const href = tenderHref(tender.number);
    await tellTender(tx, tender, { kind: "tenderObjectionHeard", userIds, href });
    await enqueueJob(tx, "tenders.due", { tenderId: tender.id });
    await appendAudit(tx, actor, {
      action: "tender.objection-handled",
      subjectType: "Tender",
      subjectId: tender.id,
      detail: { number: objection.number, outcome: input.outcome },
    });
  });
}
