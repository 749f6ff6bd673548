import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { lockRegistration } from "./lock-registration.server";
import type { RecusalReason } from "./recusal-rules";
import { getRegistrationAs } from "./registration-access.server";

/**
 * A registrar declares that he or she may not handle the matter; the chief may order it for another.
 * A recusal is not taken back. Who reviewed it is to be replaced by the chief.
 * @throws DomainError "not_found", "forbidden", "not_a_choice", "already_recused" (409)
 */
export async function declareRecusal(
  input: { registrationId: string; userId: string; reason: RecusalReason; note: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { row } = await getRegistrationAs(db, input.registrationId, actor, ["OFFICE", "POINT"]);
  const isOther = input.userId !== actor.userId;
  if (isOther && !can(actor, "registration.head", { registrationOfficeId: row.officeId })) {
    throw new DomainError("forbidden", { status: 403 });
  }
  await inTransaction(db, async (tx) => {
    await lockRegistration(tx, row);
    const officeIds = [row.officeId, row.servicePointId].flatMap((id) => id ?? []);
    const seats = await tx.registrarSeat.count({
      where: { userId: input.userId, officeId: { in: officeIds } },
    });
    if (seats === 0) throw new DomainError("not_a_choice", { field: "userId" });
    const { userId, reason, note } = input;
    const { count } = await tx.registrationRecusal.createMany({
      data: [
        { id: newId(), registrationId: row.id, userId, reason, note, declaredById: actor.userId },
      ],
      skipDuplicates: true,
    });
    if (count === 0) throw new DomainError("already_recused", { status: 409 });
    await appendAudit(tx, actor, {
      action: "registration.recuse",
      subjectType: "Registration",
      subjectId: row.id,
      detail: { userId, reason },
    });
  });
}
