import { isGovernmentRun } from "~/domain/deals/publicity-rules";
import type { SELLER_KINDS } from "./incentives-schema";

export type SellerKind = (typeof SELLER_KINDS)[number];

/** Code list "party-natures": 010–030 organs, public institutions, associations; 100 and above firms. */
const FIRM_NATURE = /^[1-9]/;

/**
 * What a unit is to the rules on incentives. A university or institute that is not government-run is a
 * non-profit one unless its recorded nature is that of a firm.
 */
export function sellerKindOf(kind: string, natureCode: string | null): SellerKind {
  if (isGovernmentRun(kind, natureCode)) {
    return kind === "UNIVERSITY" ? "GOVERNMENT_UNIVERSITY" : "GOVERNMENT_INSTITUTE";
  }
  const isInstitution = kind === "UNIVERSITY" || kind === "RESEARCH_INSTITUTE";
  return isInstitution && !FIRM_NATURE.test(natureCode ?? "") ? "NONPROFIT" : "FIRM";
}
