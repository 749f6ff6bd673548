import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import type { Db } from "~/platform/db.server";
import { type FormChoices, readFormChoices } from "./form-page-queries.server";
import { REMEMBERED_FIELDS, readRegistrationFacts } from "./organisation-registration-facts-schema";
import { FORM_FIELDS, type RegistrationForm } from "./registration-form-rules";

/** Fields of the facts page: those of a seller that the organisation's record does not have. */
export const FACT_FIELDS = FORM_FIELDS.filter((field) =>
  REMEMBERED_FIELDS.some((id) => field.id === `seller.${id}`),
);

/** The kept facts of the organisation acted for. @throws DomainError "forbidden" (403) */
export async function getRegistrationFacts(
  actor: UserActor,
  locale: string,
  db: Db,
): Promise<{ form: RegistrationForm; choices: FormChoices }> {
  const { organisationId } = actor;
  assertCan(actor, "registration.apply", { organisationId });
  const { registrationFacts } = await db.organisation.findUniqueOrThrow({
    where: { id: organisationId ?? "" },
    select: { registrationFacts: true },
  });
  const facts = readRegistrationFacts(registrationFacts);
  const form: RegistrationForm = {};
  for (const id of REMEMBERED_FIELDS) {
    const value = facts[id];
    if (!value) continue;
    form[`seller.${id}`] = { value, source: "organisation.registrationFacts", isEdited: false };
  }
  return { form, choices: await readFormChoices(db, FACT_FIELDS, locale) };
}
