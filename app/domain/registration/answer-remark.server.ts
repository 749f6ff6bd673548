import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { lockRegistration } from "./lock-registration.server";
import { getRegistrationAs } from "./registration-access.server";

/**
 * The applicant's answer to an item of the correction list; it may be rewritten until the list is
 * handed back.
 * @throws DomainError "not_found", "forbidden", "registration_closed" (409)
 */
export async function answerRemark(
  input: { registrationId: string; remarkId: string; answer: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { row } = await getRegistrationAs(db, input.registrationId, actor, ["APPLICANT"]);
  assertCan(actor, "registration.apply", { organisationId: row.applicantId });
  await inTransaction(db, async (tx) => {
    await lockRegistration(tx, row);
    const now = await tx.registration.findUniqueOrThrow({
      where: { id: row.id },
      select: { state: true, round: true },
    });
    if (now.state !== "CORRECTION" && now.state !== "REVIEW_CORRECTION") {
      throw new DomainError("registration_closed", { status: 409 });
    }
    const { count } = await tx.registrationRemark.updateMany({
      where: { id: input.remarkId, registrationId: row.id, round: now.round },
      data: { answer: input.answer, answeredAt: clock.now() },
    });
    if (count === 0) throw new DomainError("not_found", { status: 404 });
    await appendAudit(tx, actor, {
      action: "registration.answer-remark",
      subjectType: "Registration",
      subjectId: row.id,
      detail: { remarkId: input.remarkId },
    });
  });
}
