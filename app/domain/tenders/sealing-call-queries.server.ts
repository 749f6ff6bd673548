import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import type { SealingCall } from "./sealing-rules.js";
import { HOLDER_ROLES, publicKeySchema } from "./tender-bid-schema";

/**
 * What a browser needs to seal a bid: the tender as it stands and three public keys.
 * @throws DomainError "not_found" (404) before the issue
 */
export async function getSealingCall(
  db: DbOrTx,
  tenderId: string,
  organisationId: string,
): Promise<SealingCall> {
  const tender = isId(tenderId)
    ? await db.tender.findUnique({
        where: { id: tenderId },
        select: {
          id: true,
          rulesHash: true,
          keyHolders: { select: { role: true, publicKey: true, fingerprint: true } },
        },
      })
    : null;
  if (!tender?.rulesHash) throw new DomainError("not_found", { status: 404 });
  const holders = HOLDER_ROLES.map((role) => {
    const holder = tender.keyHolders.find((one) => one.role === role);
    const publicKey = publicKeySchema.parse(holder?.publicKey);
    return { role, publicKey, fingerprint: holder?.fingerprint ?? "" };
  });
  return { tenderId, organisationId, rulesHash: tender.rulesHash, holders };
}
