import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { lockRegistration } from "./lock-registration.server";
import { getRegistrationAs } from "./registration-access.server";

/**
 * Takes an own item off a correction list that has not been sent.
 * @throws DomainError "not_found", "forbidden", "wrong_state" (409)
 */
export async function removeRemark(
  input: { registrationId: string; remarkId: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { row } = await getRegistrationAs(db, input.registrationId, actor, ["OFFICE"]);
  await inTransaction(db, async (tx) => {
    await lockRegistration(tx, row);
    const now = await tx.registration.findUniqueOrThrow({
      where: { id: row.id },
      select: { state: true, round: true },
    });
    if (now.state !== "SUBMITTED" && now.state !== "REVIEW") {
      throw new DomainError("wrong_state", { status: 409 });
    }
    const { count } = await tx.registrationRemark.deleteMany({
      where: {
        id: input.remarkId,
        registrationId: row.id,
        round: now.round,
        authorId: actor.userId,
        answeredAt: null,
      },
    });
    if (count === 0) throw new DomainError("not_found", { status: 404 });
    await appendAudit(tx, actor, {
      action: "registration.remove-remark",
      subjectType: "Registration",
      subjectId: row.id,
      detail: { remarkId: input.remarkId },
    });
  });
}
