import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { getTenderAccess } from "./tender-access.server";
import { lockTender } from "./tender-rows.server";
import { readChoices, readCriteria } from "./tender-schema";

/**
 * 重新招标: a new draft with the words of a tender that has failed or was cancelled; keys are made
 * anew.
 * @throws DomainError "not_found" (404), "forbidden" (403), "tender_not_recallable" (409)
 */
export async function recallTender(
  input: { tenderId: string },
  actor: Actor,
  db: DbOrTx,
): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    await getTenderAccess(tx, input.tenderId, actor);
    const tender = await lockTender(tx, input.tenderId);
    assertCan(actor, "tender.create", { organisationId: tender.organisationId });
    const later = await tx.tender.count({
      where: { earlierTenderId: tender.id, state: { not: "CANCELLED" } },
    });
    const isOver = tender.state === "FAILED" || tender.state === "CANCELLED";
    if (!isOver || later > 0) throw new DomainError("tender_not_recallable", { status: 409 });
    const before = await tx.tender.findUniqueOrThrow({
      where: { id: tender.id },
      select: { needId: true, runNumber: true },
    });
    const id = newId();
    const { title, description, categoryCode, qualification, contractTerms } = tender;
    await tx.tender.create({
      data: {
        ...{ id, title, description, categoryCode, qualification, contractTerms },
        organisationId: tender.organisationId,
        needId: before.needId,
        createdById: actor.kind === "USER" ? actor.userId : tender.createdById,
        regionCode: tender.regionCode,
        budgetFen: tender.budgetFen,
        bondFen: tender.bondFen,
        criteria: readCriteria(tender.criteria),
        rules: readChoices(tender.rules),
        earlierTenderId: tender.id,
        runNumber: before.runNumber + 1,
        createdAt: clock.now(),
      },
    });
    await appendAudit(tx, actor, {
      action: "tender.recall",
      subjectType: "Tender",
      subjectId: id,
      detail: { earlierTenderId: tender.id },
    });
    return { id };
  });
}
