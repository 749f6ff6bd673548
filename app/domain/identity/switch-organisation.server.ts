import { appendAudit } from "~/domain/audit/append-audit.server";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import type { UserActor } from "./actor";

/** Chooses the organisation that this session acts for. @throws DomainError "not_a_member" (403) */
export async function switchOrganisation(
  input: { organisationId: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { organisationId } = input;
  if (!actor.memberships.some((one) => one.organisationId === organisationId)) {
    throw new DomainError("not_a_member", { status: 403 });
  }
  await inTransaction(db, async (tx) => {
    await tx.session.updateMany({
      where: { id: actor.sessionId, userId: actor.userId },
      data: { actingOrganisationId: organisationId },
    });
    await appendAudit(tx, actor, {
      action: "identity.session.switched",
      subjectType: "Organisation",
      subjectId: organisationId,
    });
  });
}
