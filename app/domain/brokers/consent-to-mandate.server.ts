import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { activateReadyMandate } from "./activate-ready-mandate.server";
import { assertMandateSeen } from "./mandate-access.server";
import { clientIds, mandateSelect } from "./mandate-rows.server";

/**
 * Writes the consent of one client to exactly the terms that the person has read. The last consent
 * that was missing puts an accepted mandate into force; two at once queue at its row.
 * @throws DomainError "not_found", "forbidden" (403), "wrong_state" (409), "mandate_terms_changed"
 * (409), "mandate_consented" (409)
 */
export async function consentToMandate(
  input: { mandateId: string; organisationId: string; termsHash: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { mandateId, organisationId } = input;
  await inTransaction(db, async (tx) => {
    await assertMandateSeen(tx, mandateId, actor);
    await tx.$queryRaw`SELECT id FROM "Mandate" WHERE id = ${mandateId}::uuid FOR UPDATE`;
    const where = { id: mandateId };
    const row = assertFound(await tx.mandate.findUnique({ where, select: mandateSelect }));
    if (!clientIds(row).includes(organisationId)) {
      throw new DomainError("not_found", { status: 404 });
    }
    assertCan(actor, "mandate.consent", { organisationId });
    if (row.state !== "OFFERED" && row.state !== "ACCEPTED") {
      throw new DomainError("wrong_state", { status: 409 });
    }
    if (row.termsHash !== input.termsHash) {
      throw new DomainError("mandate_terms_changed", { status: 409 });
    }
    if (row.consents.some((one) => one.organisationId === organisationId)) {
      throw new DomainError("mandate_consented", { status: 409 });
    }
    await tx.mandateConsent.create({
      data: {
        id: newId(),
        mandateId,
        organisationId,
        userId: actor.userId,
        termsHash: row.termsHash,
        createdAt: clock.now(),
      },
    });
    await appendAudit(tx, actor, {
      action: "brokers.mandate.consented",
      subjectType: "Mandate",
      subjectId: mandateId,
      detail: { organisationId, termsHash: row.termsHash },
    });
    await activateReadyMandate(tx, mandateId);
  });
}
