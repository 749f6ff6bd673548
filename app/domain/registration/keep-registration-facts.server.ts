import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { assertFormCodes } from "./form-codes.server";
import type { FormFieldId } from "./registration-form-rules";
import { rememberPartyFacts } from "./remember-party-facts.server";

/**
 * What an organisation says about itself for every registration form (fields `seller.*`).
 * @throws DomainError "forbidden" (403), "not_a_choice"
 */
export async function keepRegistrationFacts(
  input: { organisationId: string | null; facts: Partial<Record<FormFieldId, string>> },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { organisationId, facts } = input;
  assertCan(actor, "registration.apply", { organisationId });
  if (organisationId === null) return;
  await inTransaction(db, async (tx) => {
    await assertFormCodes(tx, facts);
    await rememberPartyFacts(tx, organisationId, "seller", facts);
    await appendAudit(tx, actor, {
      action: "registration.keep-facts",
      subjectType: "Organisation",
      subjectId: organisationId,
      detail: { fields: Object.keys(facts) },
    });
  });
}
