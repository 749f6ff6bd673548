import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { getTenderAccess } from "./tender-access.server";
import { tenderHref } from "./tender-href";
import { tellTender } from "./tender-notices.server";
import { lockTender } from "./tender-rows.server";

/**
 * The buyer's answer, once; question and answer are public from then on.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409)
 */
export async function answerTenderQuestion(
  input: { tenderId: string; questionId: string; answer: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getTenderAccess(tx, input.tenderId, actor);
    const tender = await lockTender(tx, input.tenderId);
    assertCan(actor, "tender.create", { organisationId: tender.organisationId });
    const question = await tx.tenderQuestion.findFirst({
      where: { id: input.questionId, tenderId: tender.id },
    });
    if (!question) throw new DomainError("not_found", { status: 404 });
    if (tender.state !== "ISSUED" || question.answeredAt) {
      throw new DomainError("wrong_state", { status: 409 });
    }
    await tx.tenderQuestion.update({
      where: { id: question.id },
      data: {
        answer: input.answer,
        answeredAt: clock.now(),
        answeredById: actor.kind === "USER" ? actor.userId : null,
      },
    });
    const userIds = [question.askedById];
    const href = tenderHref(tender.number);
    await tellTender(tx, tender, { kind: "tenderAnswered", userIds, href });
    await appendAudit(tx, actor, {
      action: "tender.answer",
      subjectType: "Tender",
      subjectId: tender.id,
      detail: { questionId: question.id },
    });
  });
}
