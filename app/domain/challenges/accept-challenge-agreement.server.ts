import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { isPublished } from "./challenge-access.server";

/** A confirmed address: somebody who can be reached stands behind the promise. */
const L1 = 1;

/**
 * Accepts the agreement as it was shown, for the person and the organisation acted for. Accepting the
 * same text again changes nothing.
 * @throws DomainError "not_found" (404), "challenge_agreement_changed" (409), "challenge_confirm_contact"
 */
export async function acceptChallengeAgreement(
  input: { number: number; textHash: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await tx.challenge.findUnique({
      where: { number: input.number },
      select: { id: true, state: true, publishedAt: true, agreementHash: true },
    });
    if (!row || !isPublished(row)) throw new DomainError("not_found", { status: 404 });
    if (row.agreementHash !== input.textHash) {
      throw new DomainError("challenge_agreement_changed", { status: 409 });
    }
    if (actor.realNameLevel < L1) throw new DomainError("challenge_confirm_contact");
    const made = await tx.challengeAgreement.createMany({
      data: [
        {
          id: newId(),
          challengeId: row.id,
          userId: actor.userId,
          organisationId: actor.organisationId,
          textHash: input.textHash,
          createdAt: clock.now(),
        },
      ],
      skipDuplicates: true,
    });
    if (made.count === 0) return;
    await appendAudit(tx, actor, {
      action: "challenge.agreement-accepted",
      subjectType: "Challenge",
      subjectId: row.id,
      detail: { textHash: input.textHash },
    });
  });
}
