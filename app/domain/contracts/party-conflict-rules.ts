import type { ClauseConflict, ConflictFacts } from "./conflict-facts";
import type { ContractClause } from "./contract-clause-schema";

const NAMED = /^[ \t]*(甲方|乙方)[ \t]*(?:[（(][^）)\n]*[）)])?[ \t]*[：:][ \t]*(\S[^\n]*)$/gm;
const CODE = /(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])/g;

/** Brackets and spaces of one name are typed in several ways. */
function plain(name: string): string {
  return name.normalize("NFKC").replace(/[\s。，,.]/g, "");
}

/** Names and codes of the parties that are not theirs. */
export function partyConflicts(clause: ContractClause, facts: ConflictFacts): ClauseConflict[] {
  if (clause.key !== "parties") return [];
  const conflicts: ClauseConflict[] = [];
  const add = (label: string, stated: string | null, agreed: string, sentence: string) =>
    conflicts.push({
      clauseKey: clause.key,
      kind: stated === null ? "MISSING" : "PARTY",
      label,
      stated,
      agreed,
      sentence,
    });
  const seen = new Set<string>();
  for (const match of clause.body.matchAll(NAMED)) {
    const [line, side = "", name = ""] = match;
    const party = side === "甲方" ? facts.demand : facts.supply;
    seen.add(side);
    if (plain(name) !== plain(party.name)) add(`${side}名称`, name.trim(), party.name, line.trim());
  }
  for (const [side, party] of [
    ["甲方", facts.demand],
    ["乙方", facts.supply],
  ] as const) {
    if (!seen.has(side)) add(`${side}名称`, null, party.name, "");
  }
  const codes = [facts.demand.uscc, facts.supply.uscc];
  if (codes.every((code) => code !== null)) {
    for (const match of clause.body.matchAll(CODE)) {
      if (codes.includes(match[0])) continue;
      add("统一社会信用代码", match[0], codes.join("、"), match[0]);
    }
  }
  return conflicts;
}
