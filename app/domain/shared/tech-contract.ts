/**
 * Words of technology contracts that several areas share. Sub-kinds are the leaves of the code list
 * "contract-categories" (Civil Code book 3 chapter 20); the first digit is the category.
 */
export const SUB_KINDS = [
  ...(["11", "12", "21", "22", "23", "24", "25", "26", "27"] as const),
  ...(["31", "32", "33", "34", "35", "36", "40", "51", "52", "53"] as const),
] as const;

export type SubKind = (typeof SUB_KINDS)[number];

export type ContractFamily = "DEVELOPMENT" | "TRANSFER" | "LICENCE" | "CONSULTING" | "SERVICE";

const FAMILIES: Record<string, ContractFamily> = {
  "1": "DEVELOPMENT",
  "2": "TRANSFER",
  "3": "LICENCE",
  "4": "CONSULTING",
  "5": "SERVICE",
};

/** Category of a sub-kind. @throws RangeError for a code that is none */
export function familyOf(code: string): ContractFamily {
  const family = FAMILIES[code.charAt(0)];
  if (!family) throw new RangeError(`${code} is no sub-kind of a technology contract`);
  return family;
}

export const LICENCE_KINDS = ["EXCLUSIVE", "SOLE", "NON_EXCLUSIVE"] as const;
export type LicenceKind = (typeof LICENCE_KINDS)[number];

/** The six clause types of art. 10 of the judicial interpretation on technology contracts. */
export const MONOPOLY_CLAUSES = [
  "IMPROVEMENT_BAN",
  "GRANT_BACK",
  "RIVAL_TECHNOLOGY_BAN",
  "OUTPUT_LIMITS",
  "TIED_PURCHASE",
  "NO_CHALLENGE",
] as const;
export type MonopolyClause = (typeof MONOPOLY_CLAUSES)[number];

/** Kinds of cost that do not belong to the technical amount (recognition rules of 2001, rule 52). */
export const NON_TECHNICAL_KINDS = [
  "EQUIPMENT",
  "INSTRUMENTS",
  "PARTS",
  "MATERIALS",
  "OTHER",
] as const;
export type NonTechnicalKind = (typeof NON_TECHNICAL_KINDS)[number];
