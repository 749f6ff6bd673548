import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { lockRegistration } from "./lock-registration.server";
import { refillDossier } from "./refill-dossier.server";
import { getRegistrationAs } from "./registration-access.server";
import { isOpenState } from "./registration-procedure";

/**
 * Takes the dossier's values from the deal as it is now; what a person has written stays.
 * @throws DomainError "not_found", "forbidden", "registration_closed" (409)
 */
export async function refreshDossier(
  registrationId: string,
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { row } = await getRegistrationAs(db, registrationId, actor, ["APPLICANT"]);
  assertCan(actor, "registration.apply", { organisationId: row.applicantId });
  await inTransaction(db, async (tx) => {
    await lockRegistration(tx, row);
    const now = await tx.registration.findUniqueOrThrow({
      where: { id: row.id },
      select: { state: true },
    });
    if (!isOpenState(now.state)) throw new DomainError("registration_closed", { status: 409 });
    await refillDossier(tx, row.id);
    await appendAudit(tx, actor, {
      action: "registration.refresh",
      subjectType: "Registration",
      subjectId: row.id,
    });
  });
}
