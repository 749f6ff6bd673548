import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockChallenge } from "./challenge-rows.server";
import { findConflict } from "./conflict-queries.server";
import { getOwnExpert } from "./expert-access.server";
import { type Recommendation, type Scores, totalHundredths } from "./score-rules";
import { findWeights } from "./weights-queries.server";

/**
 * Writes an expert's view of one intention; it may be changed until the expert hands in.
 * @throws DomainError "not_found" (404), "wrong_state" (409), "challenge_expert_conflict" (403)
 */
export async function appraiseIntention(
  input: {
    challengeId: string;
    intentionId: string;
    scores: Scores;
    recommendation: Recommendation;
    comment: string;
  },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getOwnExpert(tx, input.challengeId, actor);
    const row = await lockChallenge(tx, input.challengeId);
    const expert = await getOwnExpert(tx, input.challengeId, actor);
    const isActive = expert.acceptedAt && !expert.recusedAt && !expert.submittedAt;
    if (row.state !== "APPRAISAL" || !isActive)
      throw new DomainError("wrong_state", { status: 409 });
    const intention = row.intentions.find(
      (one) => one.id === input.intentionId && one.state === "ELIGIBLE",
    );
    if (!intention) throw new DomainError("not_found", { status: 404 });
    if (await findConflict(tx, row.id, actor.userId)) {
      throw new DomainError("challenge_expert_conflict", { status: 403 });
    }
    const weights = await findWeights(tx, row.publishedAt ?? clock.now());
    const { scores, recommendation, comment } = input;
    const values = {
      scores,
      recommendation,
      comment,
      totalHundredths: totalHundredths(scores, weights),
      updatedAt: clock.now(),
    };
    const key = { expertId: expert.id, intentionId: intention.id };
    await tx.challengeAppraisal.upsert({
      where: { expertId_intentionId: key },
      create: { ...key, ...values },
      update: values,
    });
  });
}
