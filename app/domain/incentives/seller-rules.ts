import type { IncentiveInput } from "./incentives-schema";

/** A university or institute that a government has set up. */
export function isGovernmentUnit({ sellerKind }: Pick<IncentiveInput, "sellerKind">): boolean {
  return sellerKind === "GOVERNMENT_UNIVERSITY" || sellerKind === "GOVERNMENT_INSTITUTE";
}
