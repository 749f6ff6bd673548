import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";

/** A party as it stands at the head of a contract. */
export type PartyFacts = {
  name: string;
  uscc: string | null;
  address: string | null;
  legalRepresentative: string | null;
  contact: string | null;
};

/** All that a template knows. 甲方 is the demand side, 乙方 the supply side. */
export type ContractFacts = {
  terms: TermSheetContent;
  supply: PartyFacts;
  demand: PartyFacts;
  /** Number of the deal room, which the contract names as the place of its making. */
  dealNumber: number;
};

/** One clause as a template gives it; lines are paragraphs. */
export type TemplateClause = { key: string; heading: string; lines: readonly string[] };

type Line = string | readonly string[] | null | undefined | false;

/** A clause of the lines that apply; a list counts as its lines, nothing is left out silently but null. */
export function clause(key: string, heading: string, ...lines: Line[]): TemplateClause {
  return { key, heading, lines: lines.flatMap((line) => (line ? line : [])) };
}
