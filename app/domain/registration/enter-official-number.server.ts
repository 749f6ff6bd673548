import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { isUniqueViolation } from "~/domain/matching/unique-violation.server";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { lockRegistration } from "./lock-registration.server";
import { getRegistrationAs } from "./registration-access.server";
import { registrationConduct } from "./registration-conduct.server";

/**
 * The number that the office gave in the national system; opaque, unique, entered by its registrar.
 * @throws DomainError "not_found", "forbidden", "wrong_actor", "wrong_state" (409),
 * "official_number_taken" (409)
 */
export async function enterOfficialNumber(
  input: { registrationId: string; officialNo: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { row } = await getRegistrationAs(db, input.registrationId, actor, ["OFFICE"]);
  assertCan(actor, "registration.handle", { registrationOfficeId: row.officeId });
  try {
    await inTransaction(db, async (tx) => {
      await lockRegistration(tx, row);
      const [now] = await registrationConduct.load(tx, [row.id]);
      if (!now || !registrationConduct.relations(actor, now).has("registrar")) {
        throw new DomainError("wrong_actor", { status: 403 });
      }
      if (!["REGISTERED", "CHANGE_PENDING"].includes(now.state)) {
        throw new DomainError("wrong_state", { status: 409 });
      }
      const { officialNo } = input;
      await tx.registration.update({ where: { id: row.id }, data: { officialNo } });
      await appendAudit(tx, actor, {
        action: "registration.enter-official-number",
        subjectType: "Registration",
        subjectId: row.id,
        detail: { from: now.officialNo, to: officialNo },
      });
    });
  } catch (error) {
    if (isUniqueViolation(error)) {
      throw new DomainError("official_number_taken", { field: "officialNo", status: 409 });
    }
    throw error;
  }
}
