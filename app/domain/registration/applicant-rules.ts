import type { SubKind } from "~/domain/shared/tech-contract";

export type ApplicantSide = "SUPPLY" | "DEMAND";

/** Code of an organisation's legal nature (合同登记 field): abroad. */
const ABROAD = "500";

export function isAbroad(natureCode: string | null): boolean {
  return natureCode === ABROAD;
}

/**
 * Who may apply (domain 1.3): the seller side; in a cooperative development either party; for a seller
 * abroad the domestic buyer.
 */
export function applicantSides(
  category: SubKind,
  parties: { isSellerForeign: boolean; isBuyerForeign: boolean },
): readonly ApplicantSide[] {
  if (parties.isSellerForeign) return parties.isBuyerForeign ? [] : ["DEMAND"];
  return category === "12" && !parties.isBuyerForeign ? ["SUPPLY", "DEMAND"] : ["SUPPLY"];
}
