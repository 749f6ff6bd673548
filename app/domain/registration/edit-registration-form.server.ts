import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { editableFields } from "./editable-fields-rules";
import { assertFormCodes } from "./form-codes.server";
import { lockRegistration } from "./lock-registration.server";
import { refillDossier } from "./refill-dossier.server";
import { getRegistrationAs } from "./registration-access.server";
import type { FormFieldId } from "./registration-form-rules";
import { readStoredForm } from "./registration-form-schema";
import { rememberPartyFacts } from "./remember-party-facts.server";

/**
 * Writes fields of the form: the applicant all of them, the other side those about itself. What is
 * said about the own organisation is kept for its next dossiers.
 * @throws DomainError "not_found", "forbidden", "registration_closed", "stale_revision" (409),
 * "not_a_choice", "dates_reversed"
 */
export async function editRegistrationForm(
  input: {
    registrationId: string;
    revision: number;
    edit: Partial<Record<FormFieldId, string>>;
  },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const readers = ["APPLICANT", "OTHER_SIDE"] as const;
  const { row, as } = await getRegistrationAs(db, input.registrationId, actor, readers);
  const { supplyOrganisationId, demandOrganisationId } = row.deal;
  const organisationId =
    as === "APPLICANT"
      ? row.applicantId
      : row.applicantId === supplyOrganisationId
        ? demandOrganisationId
        : supplyOrganisationId;
  assertCan(actor, "registration.apply", { organisationId });
  const side = organisationId === supplyOrganisationId ? "seller" : "buyer";
  const allowed = editableFields(as === "APPLICANT" ? as : "OTHER_SIDE", side);
  const names = Object.keys(input.edit) as FormFieldId[];
  if (names.some((id) => !allowed.some((field) => field.id === id))) {
    throw new DomainError("forbidden", { status: 403 });
  }
  await inTransaction(db, async (tx) => {
    await lockRegistration(tx, row);
    const now = await tx.registration.findUniqueOrThrow({
      where: { id: row.id },
      select: { state: true, revision: true, form: true },
    });
    if (!["DRAFT", "CORRECTION", "REVIEW_CORRECTION"].includes(now.state)) {
      throw new DomainError("registration_closed", { status: 409 });
    }
    // The other side's few fields are merged; the applicant's whole form must be the newest.
    if (as === "APPLICANT" && now.revision !== input.revision) {
      throw new DomainError("stale_revision", { status: 409 });
    }
    const form = readStoredForm(now.form);
    const edit: Partial<Record<FormFieldId, string>> = Object.fromEntries(
      Object.entries(input.edit).filter(
        ([id, value]) => (form[id as FormFieldId]?.value ?? "") !== value,
      ),
    );
    const dateOf = (id: "term_from" | "term_to") => edit[id] ?? form[id]?.value ?? "";
    if (dateOf("term_to") !== "" && dateOf("term_from") > dateOf("term_to")) {
      throw new DomainError("dates_reversed", { field: "term_to" });
    }
    await assertFormCodes(tx, edit);
    await rememberPartyFacts(tx, organisationId, side, edit);
    await refillDossier(tx, row.id, { edit });
    await appendAudit(tx, actor, {
      action: "registration.edit-form",
      subjectType: "Registration",
      subjectId: row.id,
      detail: { fields: Object.keys(edit), as },
    });
  });
}
