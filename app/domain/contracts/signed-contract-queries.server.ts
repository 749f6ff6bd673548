import { readTermSheet } from "~/domain/deals/term-sheet-queries.server";
import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import type { ContractClause } from "./contract-clause-schema";
import { getContractDraft } from "./contract-draft-queries.server";
import { contractNumber } from "./contract-number-rules";
import { contractSelect } from "./contract-rows.server";
import { findTermsInForce } from "./terms-in-force-queries.server";

export type SignedContract = {
  id: string;
  dealId: string;
  /** As printed on it. */
  number: string;
  kind: "MAIN" | "SUPPLEMENT";
  parentId: string | null;
  state: "SIGNED" | "COMPLETED" | "TERMINATED";
  title: string;
  categoryCode: string;
  signingMode: string;
  /** Calendar date (YYYY-MM-DD). */
  signedOn: string;
  signedAt: Date | null;
  supplyOrganisationId: string;
  demandOrganisationId: string;
  /** The terms that this contract was made from. */
  terms: { id: string; number: number; content: TermSheetContent };
  /** For a main contract: its terms with its signed supplements. */
  termsInForce: TermSheetContent;
  /** The signed text; empty for a contract that was not written here. */
  clauses: ContractClause[];
  signers: {
    side: string;
    organisationId: string;
    userId: string;
    signedAt: Date | null;
    documentSha256: string | null;
  }[];
  /** The document that was signed, and the sealed one or the scan of the paper. */
  finalFile: { id: string | null; sha256: string | null; pages: number | null };
  sealedFile: { id: string | null; sha256: string | null };
};

const SIGNED_STATES: readonly string[] = ["SIGNED", "COMPLETED", "TERMINATED"];

/**
 * A signed contract as later areas need it: they have checked who asks.
 * @throws DomainError "not_found" (404) unless it is signed
 */
export async function getSignedContract(db: DbOrTx, contractId: string): Promise<SignedContract> {
  const row = await db.contract.findUnique({ where: { id: contractId }, select: contractSelect });
  if (!row?.signedOn || !SIGNED_STATES.includes(row.state)) {
    throw new DomainError("not_found", { status: 404 });
  }
  const content = readTermSheet(row.termSheet.content);
  const draft =
    row.draftNumber > 0 ? await getContractDraft(db, row.id, row.draftNumber) : { clauses: [] };
  return {
    id: row.id,
    dealId: row.dealId,
    number: contractNumber(row),
    kind: row.kind === "SUPPLEMENT" ? "SUPPLEMENT" : "MAIN",
    parentId: row.parentId,
    state: row.state as SignedContract["state"],
    title: row.title,
    categoryCode: row.categoryCode,
    signingMode: row.signingMode,
    signedOn: row.signedOn.toISOString().slice(0, 10),
    signedAt: row.signedAt,
    supplyOrganisationId: row.deal.supplyOrganisationId,
    demandOrganisationId: row.deal.demandOrganisationId,
    terms: { id: row.termSheet.id, number: row.termSheet.number, content },
    termsInForce: (row.kind === "MAIN" ? await findTermsInForce(db, row.id) : null) ?? content,
    clauses: draft.clauses,
    signers: row.signers.map(({ side, organisationId, userId, signedAt, documentSha256 }) => ({
      side,
      organisationId,
      userId,
      signedAt,
      documentSha256,
    })),
    finalFile: { id: row.finalFileId, sha256: row.finalSha256, pages: row.finalPageCount },
    sealedFile: { id: row.sealedFileId, sha256: row.sealedSha256 },
  };
}
