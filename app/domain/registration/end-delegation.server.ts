import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";

const DAY_MS = 86_400_000;

/**
 * Ends a delegation today; matters that were routed by it stay where they are. One that has not
 * outlived its first day is taken out.
 * @throws DomainError "forbidden" (403), "not_found"
 */
export async function endDelegation(
  input: { officeId: string; delegationId: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  assertCan(actor, "registration.operate");
  await inTransaction(db, async (tx) => {
    const row = await tx.registrationDelegation.findFirst({
      where: { id: input.delegationId, officeId: input.officeId },
    });
    if (!row) throw new DomainError("not_found", { status: 404 });
    const today = dateColumn(calendarDate(clock.now()));
    const where = { id: row.id };
    // The last day belongs to the term: it ended yesterday.
    const lastDay = new Date(today.getTime() - DAY_MS);
    if (lastDay <= row.validFrom) await tx.registrationDelegation.delete({ where });
    else await tx.registrationDelegation.update({ where, data: { validTo: lastDay } });
    await appendAudit(tx, actor, {
      action: "registration-office.end-delegation",
      subjectType: "RegistrationOffice",
      subjectId: row.officeId,
      detail: { id: row.id },
    });
  });
}
