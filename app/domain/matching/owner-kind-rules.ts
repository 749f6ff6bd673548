import { ORGANISATION_KINDS } from "~/domain/identity/organisation-schema";

export type OwnerKind = (typeof ORGANISATION_KINDS)[number];

/** The kind of an owner if this version has a name for it. */
export function knownOwnerKind(kind: string): OwnerKind | undefined {
  return ORGANISATION_KINDS.find((one) => one === kind);
}
