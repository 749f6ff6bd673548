import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { assertChallengeSeen } from "./challenge-access.server";
import { lockChallenge } from "./challenge-rows.server";
import { rankTakers } from "./rank-takers.server";

/**
 * The office takes an expert out who is tied to a side or does not answer, so that nobody holds up an
 * appraisal by silence. Views that were handed in stay: nobody drops an expert for a known opinion.
 * @throws DomainError "not_found" (404), "forbidden" (403), "own_organisation" (403), "wrong_state" (409),
 * "note_required"
 */
export async function recuseChallengeExpert(
  input: { challengeId: string; expertId: string; note: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await assertChallengeSeen(tx, input.challengeId, actor);
    const row = await lockChallenge(tx, input.challengeId);
    assertCan(actor, "challenge.vet", { regionCode: row.regionCode });
    if (actor.memberships.some((one) => one.organisationId === row.organisationId)) {
      throw new DomainError("own_organisation", { status: 403 });
    }
    const expert = row.experts.find((one) => one.id === input.expertId);
    if (!expert) throw new DomainError("not_found", { status: 404 });
    const isOpen = ["PUBLISHED", "SCREENING", "APPRAISAL"].includes(row.state);
    if (!isOpen || expert.recusedAt || expert.submittedAt) {
      throw new DomainError("wrong_state", { status: 409 });
    }
    const recusalNote = input.note.trim();
    if (recusalNote === "") throw new DomainError("note_required", { field: "recusalNote" });
    await tx.challengeExpert.update({
      where: { id: expert.id },
      data: { recusedAt: clock.now(), recusalNote },
    });
    if (row.state === "APPRAISAL") await rankTakers(tx, row.id);
    await appendAudit(tx, actor, {
      action: "challenge.expert-recused-by-office",
      subjectType: "Challenge",
      subjectId: row.id,
      detail: { expert: expert.id },
    });
  });
}
