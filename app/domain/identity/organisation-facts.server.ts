import { DomainError } from "~/domain/shared/domain-error";
import type { Tx } from "~/platform/db.server";
import type { OrganisationInput } from "./organisation-schema";
import { checkUscc } from "./uscc-rules";

/**
 * Checks what a schema cannot: that the division and the nature exist now, and that a failing check
 * digit comes with a reason (the document is asked for before the verification).
 * @throws DomainError "region_unknown", "not_a_choice", "uscc_check_digit", "uscc_taken"
 */
export async function assertOrganisationFacts(
  tx: Tx,
  input: OrganisationInput,
  organisationId: string | null,
): Promise<void> {
  const region = await tx.region.findUnique({
    where: { code: input.regionCode },
    select: { validTo: true },
  });
  if (!region || region.validTo) throw new DomainError("region_unknown", { field: "regionCode" });
  if (input.natureCode !== null) {
    const nature = await tx.codeItem.findUnique({
      where: { list_code: { list: "party-natures", code: input.natureCode } },
      select: { code: true },
    });
    if (!nature) throw new DomainError("not_a_choice", { field: "natureCode" });
  }
  if (input.uscc === null) return;
  const check = checkUscc(input.uscc);
  if (check.form === "RIGHT" && !check.isCheckDigitMet && !input.usccOverrideReason) {
    throw new DomainError("uscc_check_digit", {
      field: "uscc",
      params: { expected: check.expected },
    });
  }
  const other = await tx.organisation.findUnique({
    where: { uscc: input.uscc },
    select: { id: true },
  });
  if (other && other.id !== organisationId) {
    throw new DomainError("uscc_taken", { field: "uscc", status: 409 });
  }
}

/** Turns the unique key on credit codes, which two at once meet, into its message. */
export function asUsccTaken(error: unknown): unknown {
  const isUnique =
    typeof error === "object" && error !== null && "code" in error && error.code === "P2002";
  return isUnique ? new DomainError("uscc_taken", { field: "uscc", status: 409 }) : error;
}
