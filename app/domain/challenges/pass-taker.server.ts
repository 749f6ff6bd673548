import { systemActor, type UserActor } from "~/domain/identity/actor";
import { requestPayment } from "~/domain/payments/request-payment.server";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { challengeTakerConduct } from "./challenge-taker-conduct.server";
import { scoutPart } from "./reward-rules";
import { rewardTaker } from "./reward-taker.server";
import { getReadableTaker } from "./taker-access.server";
import { lockTaker } from "./taker-rows.server";

/**
 * Accepts the work and sets the reward. The poster's part, less the scout's, is asked for as a payment
 * to the taker; public money is only stated, the authority pays it. Without a poster's part the case
 * is over at once.
 * @throws DomainError "not_found" (404), "wrong_actor" (403), "wrong_state" (409),
 * "challenge_target_unmet", "challenge_expert_opinion", "challenge_reward"
 */
export async function passTaker(
  input: { takerId: string; rewardFen: bigint; publicFen: bigint; note: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<{ paymentId: string | null }> {
  return inTransaction(db, async (tx) => {
    await getReadableTaker(tx, input.takerId, actor);
    const row = await lockTaker(tx, input.takerId);
    await advance(tx, challengeTakerConduct, row.id, "pass", actor, {
      rewardFen: input.rewardFen.toString(),
      publicFen: input.publicFen.toString(),
      note: input.note,
    });
    const { scoutShareBp, organisationId, title } = row.challenge;
    const hasScout = row.intention.scoutUserId !== null;
    const scout = hasScout ? scoutPart(input.rewardFen, scoutShareBp) : 0n;
    const amountFen = input.rewardFen - scout;
    if (amountFen === 0n) {
      await rewardTaker(tx, row.id, systemActor("challenge"));
      return { paymentId: null };
    }
    const payment = await requestPayment(
      tx,
      {
        purpose: "REWARD",
        caseType: "CHALLENGE",
        caseId: row.challengeId,
        itemId: row.id,
        title,
        payerOrganisationId: organisationId,
        payeeOrganisationId: row.organisationId,
        amountFen,
      },
      actor,
    );
    return { paymentId: payment.id };
  });
}
