import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";

/** What the text of a contract is held against. */
export type ConflictFacts = {
  terms: TermSheetContent;
  /** For a supplement: what is in force before it. Its text names both. */
  before: TermSheetContent | null;
  demand: { name: string; uscc: string | null };
  supply: { name: string; uscc: string | null };
};

export const CONFLICT_KINDS = [
  "AMOUNT",
  "WORDS_AND_FIGURES",
  "PERCENT",
  "DATE",
  "PARTY",
  "CATEGORY",
  "LICENCE",
  "OWNERSHIP",
  "MISSING",
] as const;

export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** One place where the text says something else than the agreed terms. */
export type ClauseConflict = {
  /** Null when the clause that should state it is not there. */
  clauseKey: string | null;
  kind: ConflictKind;
  /** Agreed value concerned, as contracts call it. */
  label: string;
  /** What the text says; null when it does not say it at all. */
  stated: string | null;
  /** What the terms say. */
  agreed: string;
  /** The sentence of the text. */
  sentence: string;
};

/** All versions of the terms that a text may quote. */
export function quotedTerms(facts: ConflictFacts): TermSheetContent[] {
  return facts.before ? [facts.terms, facts.before] : [facts.terms];
}

/** Free texts of the terms: what the sides wrote there may be quoted, whatever it contains. */
export function freeTextOf(facts: ConflictFacts): string {
  return quotedTerms(facts)
    .flatMap((terms) => [
      terms.object.description,
      terms.object.targets,
      terms.object.deliverables,
      terms.object.plan,
      ...terms.object.rights.flatMap((right) => [right.title, right.number]),
      terms.licence?.territory ?? "",
      terms.licence?.fieldOfUse ?? "",
      ...terms.price.nonTechnical.map((row) => row.description),
      ...terms.price.instalments.map((row) => row.title),
      ...terms.milestones.flatMap((row) => [row.title, row.acceptance]),
      terms.acceptance.standard,
      terms.acceptance.method,
      terms.acceptance.dispute,
      terms.results.applicationRight,
      terms.results.sharing,
      terms.improvements.note,
      terms.confidentiality.scope,
      terms.liability,
      terms.broker?.services ?? "",
      terms.special,
    ])
    .join("\n");
}
