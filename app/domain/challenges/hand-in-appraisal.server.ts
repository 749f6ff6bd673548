import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockChallenge } from "./challenge-rows.server";
import { getOwnExpert } from "./expert-access.server";
import { rankTakers } from "./rank-takers.server";

/**
 * Closes an expert's views; from now on the expert sees those of the others. Averages and ranks follow
 * from all that is handed in.
 * @throws DomainError "not_found" (404), "wrong_state" (409), "challenge_appraisal_open"
 */
export async function handInAppraisal(
  challengeId: string,
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getOwnExpert(tx, challengeId, actor);
    const row = await lockChallenge(tx, challengeId);
    const expert = await getOwnExpert(tx, challengeId, actor);
    const isActive = expert.acceptedAt && !expert.recusedAt && !expert.submittedAt;
    if (row.state !== "APPRAISAL" || !isActive)
      throw new DomainError("wrong_state", { status: 409 });
    const eligible = row.intentions.filter((one) => one.state === "ELIGIBLE").map((one) => one.id);
    const done = await tx.challengeAppraisal.count({
      where: { expertId: expert.id, intentionId: { in: eligible } },
    });
    if (done < eligible.length) {
      const left = eligible.length - done;
      throw new DomainError("challenge_appraisal_open", { params: { left } });
    }
    await tx.challengeExpert.update({
      where: { id: expert.id },
      data: { submittedAt: clock.now() },
    });
    await rankTakers(tx, row.id);
    await appendAudit(tx, actor, {
      action: "challenge.appraisal-handed-in",
      subjectType: "Challenge",
      subjectId: row.id,
      detail: { expert: expert.id },
    });
  });
}
