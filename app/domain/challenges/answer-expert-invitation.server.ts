import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockChallenge } from "./challenge-rows.server";
import { findConflict } from "./conflict-queries.server";
import { getOwnExpert } from "./expert-access.server";

/**
 * Accepts with the statement that nothing ties the expert to a side, or steps back with the reason;
 * stepping back is possible until the own view is handed in, and its scores do not count. Accepting
 * also accepts the agreement on the confidential part.
 * @throws DomainError "not_found" (404), "wrong_state" (409), "note_required",
 * "challenge_expert_conflict" (403)
 */
export async function answerExpertInvitation(
  input: { challengeId: string; answer: "accept" | "recuse"; note: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getOwnExpert(tx, input.challengeId, actor);
    const row = await lockChallenge(tx, input.challengeId);
    const expert = await getOwnExpert(tx, input.challengeId, actor);
    const isOpen = ["PUBLISHED", "SCREENING", "APPRAISAL"].includes(row.state);
    if (!isOpen || expert.recusedAt || expert.submittedAt) {
      throw new DomainError("wrong_state", { status: 409 });
    }
    const now = clock.now();
    if (input.answer === "recuse") {
      const recusalNote = input.note.trim();
      if (recusalNote === "") throw new DomainError("note_required", { field: "note" });
      await tx.challengeExpert.update({
        where: { id: expert.id },
        data: { recusedAt: now, recusalNote },
      });
    } else {
      if (expert.acceptedAt) throw new DomainError("wrong_state", { status: 409 });
      if (await findConflict(tx, row.id, actor.userId)) {
        throw new DomainError("challenge_expert_conflict", { status: 403 });
      }
      await tx.challengeExpert.update({ where: { id: expert.id }, data: { acceptedAt: now } });
      await tx.challengeAgreement.createMany({
        data: [
          {
            id: newId(),
            challengeId: row.id,
            userId: actor.userId,
            organisationId: actor.organisationId,
            textHash: row.agreementHash ?? "",
            createdAt: now,
          },
        ],
        skipDuplicates: true,
      });
    }
    await appendAudit(tx, actor, {
      action: `challenge.expert-${input.answer === "accept" ? "accepted" : "recused"}`,
      subjectType: "Challenge",
      subjectId: row.id,
      detail: { expert: expert.id },
    });
  });
}
