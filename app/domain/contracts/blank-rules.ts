import type { ContractClause } from "./contract-clause-schema";

const BLANK = /【待填写：?([^】]*)】/g;

/** What is still to be filled in, clause by clause. */
export function findBlanks(
  clauses: readonly ContractClause[],
): { clauseKey: string; what: string }[] {
  return clauses.flatMap((clause) =>
    [...clause.body.matchAll(BLANK)].map((match) => ({
      clauseKey: clause.key,
      what: match[1]?.trim() ?? "",
    })),
  );
}
