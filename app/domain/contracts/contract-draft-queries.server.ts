import { assertFound } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { type ContractClause, clausesSchema } from "./contract-clause-schema";

export type ContractDraftText = {
  number: number;
  clauses: ContractClause[];
  contentHash: string;
  note: string;
  side: string | null;
  authorId: string;
  createdAt: Date;
};

/** One version of a contract's text. @throws DomainError "not_found" (404) */
export async function getContractDraft(
  db: DbOrTx,
  contractId: string,
  number: number,
): Promise<ContractDraftText> {
  const draft = assertFound(
    await db.contractDraft.findUnique({
      where: { contractId_number: { contractId, number } },
      select: {
        number: true,
        clauses: true,
        contentHash: true,
        note: true,
        side: true,
        authorId: true,
        createdAt: true,
      },
    }),
  );
  return { ...draft, clauses: clausesSchema.parse(draft.clauses) };
}
