import type { DbOrTx } from "~/platform/db.server";
import { nextSignerOf } from "./signer-rules";

export type DueSignature = { contractId: string; title: string };

const MOST = 50;

/** Contracts that wait for this person's signature now, the longest waiting first. */
export async function listDueSignatures(db: DbOrTx, userId: string): Promise<DueSignature[]> {
  const contracts = await db.contract.findMany({
    where: { state: "SIGNING", signers: { some: { userId, signedAt: null } } },
    orderBy: [{ finalAt: "asc" }, { id: "asc" }],
    take: MOST,
    select: {
      id: true,
      title: true,
      signers: { select: { sort: true, userId: true, signedAt: true, declinedAt: true } },
    },
  });
  return contracts
    .filter((contract) => nextSignerOf(contract.signers)?.userId === userId)
    .map(({ id, title }) => ({ contractId: id, title }));
}
