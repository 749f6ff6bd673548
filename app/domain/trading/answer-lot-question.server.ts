import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { notify } from "~/domain/notifications/notify.server";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lotHref } from "./lot-href";
import { lockOwnLot } from "./own-lot.server";

/**
 * The seller answers a question: from now on both are public to everybody. An answer is not changed.
 * @throws DomainError "not_found" (404) for strangers too, "wrong_state" (409)
 */
export async function answerLotQuestion(
  input: { lotId: string; number: number; answer: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  if (actor.kind !== "USER") throw new DomainError("forbidden", { status: 403 });
  await inTransaction(db, async (tx) => {
    const lot = await lockOwnLot(tx, input.lotId, actor);
    const question = assertFound(
      await tx.lotQuestion.findUnique({
        where: { lotId_number: { lotId: lot.id, number: input.number } },
      }),
    );
    if (question.answeredAt) throw new DomainError("wrong_state", { status: 409 });
    await tx.lotQuestion.update({
      where: { id: question.id },
      data: { answer: input.answer.trim(), answeredById: actor.userId, answeredAt: clock.now() },
    });
    await notify(tx, {
      userIds: [question.askedById],
      kind: "lotAnswered",
      params: { title: lot.title, note: "" },
      href: lotHref(lot.number),
    });
    await appendAudit(tx, actor, {
      action: "lot.answered",
      subjectType: "LotQuestion",
      subjectId: question.id,
      detail: { lotId: lot.id, number: question.number },
    });
  });
}
