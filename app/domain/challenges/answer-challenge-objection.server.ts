import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { assertChallengeSeen } from "./challenge-access.server";
import { challengeConduct } from "./challenge-conduct.server";
import { lockChallenge } from "./challenge-rows.server";
import { settleChallenge } from "./settle-challenge.server";

/**
 * Publishes the result of one objection. An upheld one sends the challenge back to the appraisal; the
 * last rejected one after the end of the period lets the work begin.
 * @throws DomainError "not_found" (404), "forbidden" (403), "own_organisation" (403), "wrong_state"
 * (409)
 */
export async function answerChallengeObjection(
  input: {
    challengeId: string;
    objectionId: string;
    outcome: "UPHELD" | "REJECTED";
    result: string;
  },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await assertChallengeSeen(tx, input.challengeId, actor);
    const row = await lockChallenge(tx, input.challengeId);
    assertCan(actor, "challenge.vet", { regionCode: row.regionCode });
    const isOfASide = actor.memberships.some(
      ({ organisationId }) =>
        organisationId === row.organisationId ||
        row.intentions.some((one) => one.organisationId === organisationId),
    );
    if (isOfASide) throw new DomainError("own_organisation", { status: 403 });
    if (row.state !== "PUBLICITY") throw new DomainError("wrong_state", { status: 409 });
    const objection = row.objections.find((one) => one.id === input.objectionId);
    if (!objection) throw new DomainError("not_found", { status: 404 });
    if (objection.raisedById === actor.userId) {
      throw new DomainError("challenge_own_objection", { status: 403 });
    }
    if (objection.outcome) throw new DomainError("wrong_state", { status: 409 });
    await tx.challengeObjection.update({
      where: { id: objection.id },
      data: {
        outcome: input.outcome,
        result: input.result,
        handledAt: clock.now(),
        handledById: actor.userId,
      },
    });
    await appendAudit(tx, actor, {
      action: "challenge.objection-answered",
      subjectType: "Challenge",
      subjectId: row.id,
      detail: { objection: objection.number, outcome: input.outcome },
    });
    if (input.outcome === "UPHELD") {
      const { number } = objection;
      await advance(tx, challengeConduct, row.id, "uphold", actor, { objection: number });
      return;
    }
    await settleChallenge(row.id, tx);
  });
}
