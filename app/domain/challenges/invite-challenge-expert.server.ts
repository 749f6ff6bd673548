import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { assertChallengeSeen } from "./challenge-access.server";
import { appraisalHref } from "./challenge-href";
import { tellPeople } from "./challenge-notices.server";
import { lockChallenge } from "./challenge-rows.server";
import { findConflict } from "./conflict-queries.server";

/**
 * Asks a person with an account to appraise. The office asks, so that neither side picks its judges.
 * @throws DomainError "not_found" (404), "forbidden" (403), "own_organisation", "wrong_state" (409),
 * "challenge_expert_unknown", "challenge_expert_there", "challenge_expert_conflict"
 */
export async function inviteChallengeExpert(
  input: { challengeId: string; email: string },
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
    if (!["PUBLISHED", "SCREENING", "APPRAISAL"].includes(row.state)) {
      throw new DomainError("wrong_state", { status: 409 });
    }
    const user = await tx.user.findFirst({
      where: { email: input.email.trim().toLowerCase(), deactivatedAt: null, emailVerified: true },
      select: { id: true },
    });
    if (!user) throw new DomainError("challenge_expert_unknown", { field: "email" });
    if (row.experts.some((one) => one.userId === user.id)) {
      throw new DomainError("challenge_expert_there", { field: "email" });
    }
    if (user.id === actor.userId || (await findConflict(tx, row.id, user.id))) {
      throw new DomainError("challenge_expert_conflict", { field: "email" });
    }
    const id = newId();
    await tx.challengeExpert.create({
      data: {
        id,
        challengeId: row.id,
        userId: user.id,
        invitedById: actor.userId,
        createdAt: clock.now(),
      },
    });
    await tellPeople(tx, [user.id], {
      kind: "challengeExpertInvited",
      params: { title: row.title },
      href: appraisalHref(row.id),
      key: id,
    });
    await appendAudit(tx, actor, {
      action: "challenge.expert-invited",
      subjectType: "Challenge",
      subjectId: row.id,
      detail: { expert: id },
    });
  });
}
