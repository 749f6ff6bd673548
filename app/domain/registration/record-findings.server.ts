import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { lockRegistration } from "./lock-registration.server";
import type { CheckId } from "./recognition-checks/check-ids-rules";
import { getRegistrationAs } from "./registration-access.server";
import { registrationConduct } from "./registration-conduct.server";
import type { RegistrationRelation } from "./registration-procedure";

const NOBODY: ReadonlySet<RegistrationRelation> = new Set();
const NEEDED: Record<string, RegistrationRelation> = { REVIEW: "first", SECOND_REVIEW: "second" };

export type NewFinding = { checkId: CheckId; answer: "MET" | "NOT_MET"; note: string };

/**
 * What a registrar has found where a person decides: the first in the review, the second in the
 * second review. The latest finding of a check counts, earlier ones stay.
 * @throws DomainError "not_found", "forbidden", "wrong_actor" (403), "wrong_state" (409)
 */
export async function recordFindings(
  input: { registrationId: string; findings: readonly NewFinding[] },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { row } = await getRegistrationAs(db, input.registrationId, actor, ["OFFICE"]);
  if (input.findings.length === 0) return;
  await inTransaction(db, async (tx) => {
    await lockRegistration(tx, row);
    const [now] = await registrationConduct.load(tx, [row.id]);
    const relations = now ? registrationConduct.relations(actor, now) : NOBODY;
    const needed = NEEDED[now?.state ?? ""];
    if (!needed) throw new DomainError("wrong_state", { status: 409 });
    if (!relations.has(needed)) throw new DomainError("wrong_actor", { status: 403 });
    const common = { registrationId: row.id, authorId: actor.userId, createdAt: clock.now() };
    await tx.registrationFinding.createMany({
      data: input.findings.map((one) => ({ id: newId(), ...common, ...one })),
    });
    await appendAudit(tx, actor, {
      action: "registration.record-findings",
      subjectType: "Registration",
      subjectId: row.id,
      detail: Object.fromEntries(input.findings.map((one) => [one.checkId, one.answer])),
    });
  });
}
