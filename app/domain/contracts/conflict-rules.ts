import { amountConflicts, percentConflicts } from "./amount-conflict-rules";
import { amountInFigures } from "./chinese-amount-rules";
import { chineseDate, percentText } from "./chinese-text-rules";
import type { ClauseConflict, ConflictFacts } from "./conflict-facts";
import type { ContractClause } from "./contract-clause-schema";
import { partyConflicts } from "./party-conflict-rules";
import { findAmounts, findDates, findPercents } from "./statement-rules";
import { type TermFact, termChanges, termFacts } from "./term-fact-rules";
import {
  categoryConflicts,
  dateConflicts,
  licenceConflicts,
  ownershipConflicts,
} from "./wording-conflict-rules";

const RULES = [
  amountConflicts,
  percentConflicts,
  dateConflicts,
  partyConflicts,
  categoryConflicts,
  licenceConflicts,
  ownershipConflicts,
];

/**
 * Every place where the text contradicts the agreed terms, in the order of the clauses, and every
 * agreed value that no clause states any more. Empty for the text of a template.
 */
export function findConflicts(
  clauses: readonly ContractClause[],
  facts: ConflictFacts,
): ClauseConflict[] {
  const wrong = clauses.flatMap((clause) => RULES.flatMap((rule) => rule(clause, facts)));
  return [...wrong, ...missing(clauses, facts, wrong)];
}

type Demand = { fact: TermFact; isStated: (stated: Stated) => boolean };
type Stated = { text: string; amounts: Set<bigint>; dates: Set<string>; percents: Set<number> };

/** Agreed values that the text must state somewhere, and how they are recognised. */
function demandsOf(facts: ConflictFacts): Demand[] {
  const { terms } = facts;
  const amounts: Record<string, string | null | undefined> = {
    "price.totalFen": terms.price.totalFen,
    "price.technicalFen": terms.price.technicalFen,
    "price.entryFeeFen": terms.price.kind === "ENTRY_AND_ROYALTY" ? terms.price.entryFeeFen : null,
    "price.royalty.capFen": terms.price.royalty?.capFen,
  };
  if (!terms.price.isEquity) {
    terms.price.instalments.forEach((row, index) => {
      amounts[`price.instalments.${index}`] = row.amountFen;
    });
  }
  const dates: Record<string, string | null> = {
    "term.fromOn": terms.term.fromOn,
    "term.toOn": terms.term.toOn,
    "licence.endsOn": /^3/.test(terms.categoryCode) ? (terms.licence?.endsOn ?? null) : null,
  };
  const words: Record<string, boolean> = {
    title: true,
    "results.ownership": true,
    "licence.kind": /^3/.test(terms.categoryCode),
  };
  const rate = terms.price.royalty?.rateBp ?? null;
  return termFacts(terms).flatMap((fact): Demand[] => {
    const amount = amounts[fact.field];
    if (amount) return [{ fact, isStated: (stated) => stated.amounts.has(BigInt(amount)) }];
    const date = dates[fact.field];
    if (date) return [{ fact, isStated: (stated) => stated.dates.has(date) }];
    if (fact.field === "price.royalty.rateBp" && rate !== null) {
      return [{ fact, isStated: (stated) => stated.percents.has(rate) }];
    }
    if (words[fact.field]) return [{ fact, isStated: (stated) => says(stated.text, fact) }];
    return [];
  });
}

function says(text: string, fact: TermFact): boolean {
  if (fact.field === "results.ownership") {
    const owner = fact.words.replace(/^归|所有$|共有$/g, "");
    return new RegExp(`(?:归|由)(?:甲乙)?${owner}(?:共同)?(?:所有|享有|共有|拥有)`).test(text);
  }
  if (fact.field === "licence.kind") {
    return new RegExp(`${fact.words.slice(0, 2)}(?:性)?(?:实施|使用)?许可`).test(text);
  }
  return text.replace(/\s/g, "").includes(fact.words.replace(/\s/g, ""));
}

/** What the text no longer says. A supplement must say what it changes and nothing else. */
function missing(
  clauses: readonly ContractClause[],
  facts: ConflictFacts,
  wrong: readonly ClauseConflict[],
): ClauseConflict[] {
  const text = clauses.map((clause) => clause.body).join("\n");
  const stated: Stated = {
    text,
    amounts: new Set(findAmounts(text).map((one) => one.value)),
    dates: new Set(findDates(text).map((one) => one.value)),
    percents: new Set(findPercents(text).map((one) => one.value)),
  };
  const keys = new Set(clauses.map((clause) => clause.key));
  const changed = facts.before
    ? new Set(termChanges(facts.before, facts.terms).map((one) => one.field))
    : null;
  const unsaid = demandsOf(facts).filter(
    ({ fact, isStated }) => (!changed || changed.has(fact.field)) && !isStated(stated),
  );
  const found = unsaid.flatMap(({ fact }): ClauseConflict[] => {
    // Said wrongly, it is reported at the place where it stands.
    if (wrong.some((one) => one.label === fact.label)) return [];
    const key = facts.before ? "changes" : fact.clauseKey;
    return [
      {
        clauseKey: keys.has(key) ? key : null,
        kind: "MISSING",
        label: fact.label,
        stated: null,
        agreed: shortWords(fact, facts),
        sentence: "",
      },
    ];
  });
  const noParties: ClauseConflict[] = keys.has("parties")
    ? []
    : [
        {
          clauseKey: null,
          kind: "MISSING",
          label: "合同当事人",
          stated: null,
          agreed: `${facts.demand.name}、${facts.supply.name}`,
          sentence: "",
        },
      ];
  return [...noParties, ...found];
}

function shortWords(fact: TermFact, { terms }: ConflictFacts): string {
  if (fact.field === "price.totalFen" && terms.price.totalFen) {
    return `${amountInFigures(BigInt(terms.price.totalFen))}元`;
  }
  if (fact.field === "term.toOn" && terms.term.toOn) return chineseDate(terms.term.toOn);
  if (fact.field === "price.royalty.rateBp" && terms.price.royalty) {
    return percentText(terms.price.royalty.rateBp);
  }
  return fact.words;
}
