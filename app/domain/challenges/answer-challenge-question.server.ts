import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { assertChallengeSeen } from "./challenge-access.server";
import { publicHref } from "./challenge-href";
import { tellPeople } from "./challenge-notices.server";
import { lockChallenge } from "./challenge-rows.server";

/**
 * Answers a question to everybody at once. An answer is not changed afterwards: somebody may have
 * written an intention by it.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409)
 */
export async function answerChallengeQuestion(
  input: { challengeId: string; questionId: string; answer: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await assertChallengeSeen(tx, input.challengeId, actor);
    const row = await lockChallenge(tx, input.challengeId);
    assertCan(actor, "challenge.create", { organisationId: row.organisationId });
    const question = await tx.challengeQuestion.findFirst({
      where: { id: input.questionId, challengeId: row.id },
      select: { id: true, number: true, answeredAt: true, askedById: true },
    });
    if (!question) throw new DomainError("not_found", { status: 404 });
    if (question.answeredAt) throw new DomainError("wrong_state", { status: 409 });
    await tx.challengeQuestion.update({
      where: { id: question.id },
      data: { answer: input.answer, answeredAt: clock.now(), answeredById: actor.userId },
    });
    const [accepted, writing] = await Promise.all([
      tx.challengeAgreement.findMany({ where: { challengeId: row.id }, select: { userId: true } }),
      tx.challengeIntention.findMany({ where: { challengeId: row.id }, select: { userId: true } }),
    ]);
    const userIds = [...accepted, ...writing].map((one) => one.userId);
    await tellPeople(tx, [...userIds, question.askedById], {
      kind: "challengeAnswered",
      params: { title: row.title },
      href: `${publicHref(row.number)}#questions`,
      key: question.id,
    });
    await appendAudit(tx, actor, {
      action: "challenge.question-answered",
      subjectType: "Challenge",
      subjectId: row.id,
      detail: { question: question.number },
    });
  });
}
