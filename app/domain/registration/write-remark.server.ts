import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { lockRegistration } from "./lock-registration.server";
import { getRegistrationAs } from "./registration-access.server";
import { registrationConduct } from "./registration-conduct.server";

const MOST_REMARKS = 60;

/**
 * Puts an item on the correction list of the running round: before acceptance any registrar of the
 * office, in the review the one who reviews.
 * @throws DomainError "not_found", "forbidden", "wrong_state" (409), "too_many_remarks"
 */
export async function writeRemark(
  input: { registrationId: string; about: string; message: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { row } = await getRegistrationAs(db, input.registrationId, actor, ["OFFICE"]);
  await inTransaction(db, async (tx) => {
    await lockRegistration(tx, row);
    const [now] = await registrationConduct.load(tx, [row.id]);
    if (!now) throw new DomainError("not_found", { status: 404 });
    const relations = registrationConduct.relations(actor, now);
    const isFormal = now.state === "SUBMITTED";
    if (!isFormal && now.state !== "REVIEW") throw new DomainError("wrong_state", { status: 409 });
    if (!relations.has(isFormal ? "registrar" : "first")) {
      throw new DomainError("wrong_actor", { status: 403 });
    }
    const where = { registrationId: row.id, round: now.round };
    if ((await tx.registrationRemark.count({ where })) >= MOST_REMARKS) {
      throw new DomainError("too_many_remarks");
    }
    const { about, message } = input;
    const remark = { ...where, about, message, authorId: actor.userId, createdAt: clock.now() };
    await tx.registrationRemark.create({ data: { id: newId(), ...remark } });
    await appendAudit(tx, actor, {
      action: "registration.write-remark",
      subjectType: "Registration",
      subjectId: row.id,
      detail: { about, round: now.round },
    });
  });
}
