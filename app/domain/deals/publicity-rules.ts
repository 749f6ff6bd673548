import { familyOf } from "~/domain/shared/tech-contract";
import type { TermSheetContent } from "./term-sheet-schema";

const GOVERNMENT_KINDS = new Set(["UNIVERSITY", "RESEARCH_INSTITUTE", "GOVERNMENT_OFFICE"]);
/** Code list "party-natures": 010 government organs, 020–024 public institutions. */
const GOVERNMENT_NATURE = /^0[12]/;

/**
 * Whether a unit is one that the state has set up (促进科技成果转化法 art. 18). A unit of such a kind
 * whose nature is not recorded is taken for one: the stricter procedure harms nobody.
 */
export function isGovernmentRun(kind: string, natureCode: string | null): boolean {
  if (!GOVERNMENT_KINDS.has(kind)) return false;
  return natureCode === null || GOVERNMENT_NATURE.test(natureCode);
}

/** How the price came about; rooms from a tender, a lot or a challenge have a procedure of their own. */
export function isAgreementPricing(origin: string): boolean {
  return origin === "INTRODUCTION" || origin === "INTEREST" || origin === "ROADSHOW";
}

/**
 * Whether the price must be made public before the contract: a service outcome of a government-run
 * unit is assigned, licensed or contributed as shares at an agreed price (art. 18; Shandong
 * regulation on the transformation of outcomes, art. 14).
 */
export function needsPublicityFor(facts: {
  kind: string;
  natureCode: string | null;
  origin: string;
  isServiceOutcome: boolean;
  content: Pick<TermSheetContent, "categoryCode" | "price">;
}): boolean {
  const family = familyOf(facts.content.categoryCode);
  const handsOver = family === "TRANSFER" || family === "LICENCE" || facts.content.price.isEquity;
  return (
    handsOver &&
    facts.isServiceOutcome &&
    isAgreementPricing(facts.origin) &&
    isGovernmentRun(facts.kind, facts.natureCode)
  );
}

/** What the public was told about the terms: outcome, manner and price. */
function publishedFacts(content: TermSheetContent) {
  const { price } = content;
  return {
    title: content.title,
    categoryCode: content.categoryCode,
    licence: content.licence?.kind ?? null,
    rights: content.object.rights.map((right) => [right.kind, right.title, right.number]),
    kind: price.kind,
    total: price.totalFen,
    entryFee: price.entryFeeFen,
    royalty: price.royalty,
    isEquity: price.isEquity,
    includesTax: price.includesTax,
  };
}

/**
 * Whether two versions differ in what was made public; if so the publicity begins anew. The parties
 * of a room cannot change, a new statement on related parties is compared by its declaration.
 */
export function isMaterialChange(before: TermSheetContent, after: TermSheetContent): boolean {
  return JSON.stringify(publishedFacts(before)) !== JSON.stringify(publishedFacts(after));
}
