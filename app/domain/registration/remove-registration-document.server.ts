import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { lockRegistration } from "./lock-registration.server";
import { refillDossier } from "./refill-dossier.server";
import { getRegistrationAs } from "./registration-access.server";
import { isOpenState } from "./registration-procedure";

/**
 * Takes a paper out of the dossier; what an office has seen stays on record.
 * @throws DomainError "not_found", "forbidden", "registration_closed" (409)
 */
export async function removeRegistrationDocument(
  input: { registrationId: string; documentId: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { row } = await getRegistrationAs(db, input.registrationId, actor, ["APPLICANT"]);
  assertCan(actor, "registration.apply", { organisationId: row.applicantId });
  await inTransaction(db, async (tx) => {
    await lockRegistration(tx, row);
    const now = await tx.registration.findUniqueOrThrow({
      where: { id: row.id },
      select: { state: true },
    });
    if (!isOpenState(now.state)) throw new DomainError("registration_closed", { status: 409 });
    const { count } = await tx.registrationDocument.updateMany({
      where: { id: input.documentId, registrationId: row.id, removedAt: null },
      data: { removedAt: clock.now() },
    });
    if (count === 0) throw new DomainError("not_found", { status: 404 });
    await refillDossier(tx, row.id);
    await appendAudit(tx, actor, {
      action: "registration.remove-document",
      subjectType: "Registration",
      subjectId: row.id,
      detail: { documentId: input.documentId },
    });
  });
}
