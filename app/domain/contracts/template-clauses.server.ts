import type { DbOrTx } from "~/platform/db.server";
import type { ContractClause } from "./contract-clause-schema";
import { templateFactsOf } from "./contract-facts.server";
import { contractNumber } from "./contract-number-rules";
import { type ContractRow, contractSelect } from "./contract-rows.server";
import type { ContractFacts } from "./templates/contract-facts";
import { draftClauses } from "./templates/contract-template";
import { draftSupplementClauses } from "./templates/supplement-template";
import { termChanges } from "./term-fact-rules";
import { findTermsInForce } from "./terms-in-force-queries.server";

type Main = Pick<ContractRow, "id" | "title" | "number" | "kind" | "createdAt" | "signedOn">;

/** The text of a supplement to a main contract; null when the terms in force say the same. */
export async function supplementClausesOf(
  db: DbOrTx,
  main: Main,
  facts: ContractFacts,
  exceptId?: string,
): Promise<ContractClause[] | null> {
  const before = await findTermsInForce(db, main.id, exceptId ? { exceptId } : {});
  if (!before || termChanges(before, facts.terms).length === 0) return null;
  const signedOn = main.signedOn?.toISOString().slice(0, 10) ?? null;
  const named = { title: main.title, number: contractNumber(main), signedOn };
  return draftSupplementClauses(facts, named, before);
}

/** What the template says for a contract, by the given terms or those that it is bound to. */
export async function templateClausesOf(
  db: DbOrTx,
  row: ContractRow,
  content: unknown = row.termSheet.content,
): Promise<ContractClause[]> {
  const facts = templateFactsOf(row.deal, content);
  if (!row.parentId) return draftClauses(facts);
  const main = await db.contract.findUniqueOrThrow({
    where: { id: row.parentId },
    select: contractSelect,
  });
  return (await supplementClausesOf(db, main, facts, row.id)) ?? [];
}
