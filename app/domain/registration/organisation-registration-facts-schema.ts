import { z } from "zod";
import { PARTY_FIELD_IDS, type PartyFieldId } from "./registration-form-rules";

/** Fields of a party that the record of the organisation holds itself. */
const OWN_RECORD: readonly PartyFieldId[] = [
  "name",
  "uscc",
  "representative",
  "address",
  "region",
  "party_nature",
];

/** What a registration form asks of a unit beyond its record: kept once, used in every dossier. */
export const REMEMBERED_FIELDS: readonly PartyFieldId[] = PARTY_FIELD_IDS.filter(
  (id) => !OWN_RECORD.includes(id),
);

export type OrganisationRegistrationFacts = Partial<Record<PartyFieldId, string>>;

/** The stored facts of an organisation; what this version does not know is left out. */
export function readRegistrationFacts(json: unknown): OrganisationRegistrationFacts {
  const values = z.record(z.string(), z.unknown()).catch({}).parse(json);
  const facts: OrganisationRegistrationFacts = {};
  for (const id of REMEMBERED_FIELDS) {
    const value = values[id];
    if (typeof value === "string" && value !== "") facts[id] = value;
  }
  return facts;
}
