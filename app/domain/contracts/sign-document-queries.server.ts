import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { getSignAccess } from "./sign-access.server";

export type ContractDocument = { name: string; contentType: string; storageKey: string };

/**
 * The final document of a contract, or the sealed one (the scan, for a contract on paper), for people
 * of the room and signers.
 * @throws DomainError "not_found" (404)
 */
export async function getContractDocument(
  db: DbOrTx,
  contractId: string,
  which: "final" | "sealed",
  actor: UserActor,
): Promise<ContractDocument> {
  await getSignAccess(db, contractId, actor);
  const file = { select: { name: true, contentType: true, storageKey: true } };
  const contract = await db.contract.findUniqueOrThrow({
    where: { id: contractId },
    select: { finalFile: file, sealedFile: file },
  });
  const found = which === "final" ? contract.finalFile : contract.sealedFile;
  if (!found) throw new DomainError("not_found", { status: 404 });
  return found;
}
