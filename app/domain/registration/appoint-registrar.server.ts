import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";

/**
 * Gives a person a seat: the chief of the office (for its service points too) appoints registrars and
 * pre-checkers, the operator chiefs. A seat needs a real name (L2).
 * @throws DomainError "forbidden" (403), "not_found", "user_unknown", "registration_real_name"
 */
export async function appointRegistrar(
  input: { officeId: string; email: string; role: "REGISTRAR" | "CHIEF" | "PRECHECK" },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const office = await db.registrationOffice.findUnique({
    where: { id: input.officeId },
    select: { id: true, kind: true, forwardsToId: true },
  });
  if (!office) throw new DomainError("not_found", { status: 404 });
  const isChief = can(actor, "registration.head", {
    registrationOfficeId: office.forwardsToId ?? office.id,
  });
  const isOperator = can(actor, "registration.operate");
  if (!isOperator && !(isChief && input.role !== "CHIEF")) {
    throw new DomainError("forbidden", { status: 403 });
  }
  if ((office.kind === "SERVICE_POINT") !== (input.role === "PRECHECK")) {
    throw new DomainError("not_a_choice", { field: "role" });
  }
  await inTransaction(db, async (tx) => {
    const user = await tx.user.findFirst({
      where: { email: input.email.toLowerCase(), deactivatedAt: null },
      select: { id: true, realNameLevel: true },
    });
    if (!user) throw new DomainError("user_unknown", { field: "email" });
    if (user.realNameLevel < 2) throw new DomainError("registration_real_name", { field: "email" });
    const now = clock.now();
    const key = { userId: user.id, officeId: office.id };
    await tx.registrarSeat.upsert({
      where: { userId_officeId: key },
      create: { id: newId(), ...key, role: input.role, validFrom: now },
      update: { role: input.role, validTo: null },
    });
    await appendAudit(tx, actor, {
      action: "registration-office.appoint",
      subjectType: "RegistrationOffice",
      subjectId: office.id,
      detail: { userId: user.id, role: input.role },
    });
  });
}
