import type { Tx } from "~/platform/db.server";
import { REMEMBERED_FIELDS, readRegistrationFacts } from "./organisation-registration-facts-schema";
import type { FormFieldId, PartySide } from "./registration-form-rules";

/** Keeps what an organisation has said about itself for the next form; an emptied field is forgotten. */
export async function rememberPartyFacts(
  tx: Tx,
  organisationId: string,
  side: PartySide,
  edit: Partial<Record<FormFieldId, string>>,
): Promise<void> {
  const rows = await tx.$queryRaw<{ registrationFacts: unknown }[]>`
    SELECT "registrationFacts" FROM "Organisation" WHERE id = ${organisationId}::uuid FOR UPDATE`;
  const facts = readRegistrationFacts(rows[0]?.registrationFacts);
  for (const id of REMEMBERED_FIELDS) {
    const value = edit[`${side}.${id}`];
    if (value === undefined) continue;
    if (value === "") delete facts[id];
    else facts[id] = value;
  }
  await tx.organisation.update({
    where: { id: organisationId },
    data: { registrationFacts: facts },
  });
}
