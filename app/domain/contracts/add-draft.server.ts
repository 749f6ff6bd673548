import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import type { ContractClause } from "./contract-clause-schema";
import { hashClauses } from "./draft-hash.server";

/**
 * Keeps the next version of a text and makes it the newest. The caller holds the room's lock and
 * writes the audit.
 * @param side null for a text that comes from the template
 */
export async function addDraft(
  tx: Tx,
  contract: { id: string; draftNumber: number },
  clauses: readonly ContractClause[],
  by: { side: string | null; userId: string; note: string },
): Promise<{ number: number; contentHash: string }> {
  const number = contract.draftNumber + 1;
  const contentHash = hashClauses(clauses);
  await tx.contractDraft.create({
    data: {
      id: newId(),
      contractId: contract.id,
      number,
      clauses: [...clauses],
      contentHash,
      note: by.note,
      side: by.side,
      authorId: by.userId,
      createdAt: clock.now(),
    },
  });
  await tx.contract.update({ where: { id: contract.id }, data: { draftNumber: number } });
  return { number, contentHash };
}
