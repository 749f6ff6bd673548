import { appendAudit } from "~/domain/audit/append-audit.server";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import type { UserActor } from "./actor";
import { markOrganisation } from "./mark-organisation.server";
import { assertOrganisationFacts, asUsccTaken } from "./organisation-facts.server";
import { EDITABLE_STATES } from "./organisation-procedure";
import type { OrganisationInput } from "./organisation-schema";
import { assertCan } from "./permission-rules";

/** What a reviewer has looked at, or is looking at: fixed outside the editable states. */
const FIXED = [
  "kind",
  "legalName",
  "uscc",
  "usccOverrideReason",
  "regionCode",
  "legalRepresentative",
] as const satisfies readonly (keyof OrganisationInput)[];

/**
 * Changes the facts of an organisation. What the verification rests on can be changed only before
 * it is submitted; a verified organisation reports the change first.
 * @throws DomainError "forbidden", "organisation_fields_fixed", "region_unknown",
 * "uscc_check_digit", "uscc_taken"
 */
export async function editOrganisation(
  input: OrganisationInput & { organisationId: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { organisationId, ...facts } = input;
  assertCan(actor, "organisation.edit", { organisationId });
  try {
    await inTransaction(db, async (tx) => {
      // The row is locked so that no submission can slip between the check and the write.
      await tx.$executeRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
      const before = assertFound(
        await tx.organisation.findUnique({ where: { id: organisationId } }),
      );
      const changed = FIXED.filter((name) => before[name] !== facts[name]);
      const isEditable = EDITABLE_STATES.some((state) => state === before.state);
      if (!isEditable && changed.length > 0) {
        throw new DomainError("organisation_fields_fixed", { field: changed[0], status: 409 });
      }
      await assertOrganisationFacts(tx, facts, organisationId);
      await tx.organisation.update({ where: { id: organisationId }, data: facts });
      await markOrganisation(tx, organisationId);
      await appendAudit(tx, actor, {
        action: "identity.organisation.edited",
        subjectType: "Organisation",
        subjectId: organisationId,
        detail: { fixedFieldsChanged: changed },
      });
    });
  } catch (error) {
    throw asUsccTaken(error);
  }
}
