import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";

/**
 * Ends a seat now; what the person did stays on record.
 * @throws DomainError "forbidden" (403), "not_found"
 */
export async function dismissRegistrar(
  input: { officeId: string; seatId: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const seat = await tx.registrarSeat.findFirst({
      where: { id: input.seatId, officeId: input.officeId },
      include: { office: { select: { forwardsToId: true } } },
    });
    if (!seat) throw new DomainError("not_found", { status: 404 });
    const registrationOfficeId = seat.office.forwardsToId ?? seat.officeId;
    const isChief = can(actor, "registration.head", { registrationOfficeId });
    if (!can(actor, "registration.operate") && !(isChief && seat.role !== "CHIEF")) {
      throw new DomainError("forbidden", { status: 403 });
    }
    // The database wants an end after the beginning.
    const end = new Date(Math.max(clock.now().getTime(), seat.validFrom.getTime() + 1));
    await tx.registrarSeat.update({ where: { id: seat.id }, data: { validTo: end } });
    await appendAudit(tx, actor, {
      action: "registration-office.dismiss",
      subjectType: "RegistrationOffice",
      subjectId: seat.officeId,
      detail: { userId: seat.userId, role: seat.role },
    });
  });
}
