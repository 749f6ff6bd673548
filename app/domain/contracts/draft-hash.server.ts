import { createHash } from "node:crypto";
import { canonicalJson } from "~/domain/audit/canonical-json";
import type { ContractClause } from "./contract-clause-schema";

/** SHA-256 of the clauses as canonical JSON: what an approval is bound to. */
export function hashClauses(clauses: readonly ContractClause[]): string {
  return createHash("sha256").update(canonicalJson(clauses), "utf8").digest("hex");
}
