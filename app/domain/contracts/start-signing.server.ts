import { lockDeal } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { contractConduct } from "./contract-conduct.server";
import { getSignSpeaker } from "./sign-access.server";
import { findSignerFault } from "./signer-candidates-queries.server";
import { type SignerSide, signingOrder } from "./signer-rules";
import { tellNextSigner } from "./tell-next-signer.server";

/**
 * Opens the signing of the frozen document, in the order that was chosen. Signatures of an earlier
 * round, over another document, count no longer: every signer begins anew.
 * @throws DomainError "wrong_actor" (403), "wrong_state" (409), "contract_signers_missing",
 * "signer_no_scope", "signer_organisation", "signer_level"
 */
export async function startSigning(
  input: { contractId: string; first: "SUPPLY" | "DEMAND" },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { contractId, first } = input;
  await inTransaction(db, async (tx) => {
    const { dealId } = await getSignSpeaker(tx, contractId, actor);
    await lockDeal(tx, dealId);
    const { state } = await tx.contract.findUniqueOrThrow({ where: { id: contractId } });
    if (state !== "FINAL") throw new DomainError("wrong_state", { status: 409 });
    const signers = await tx.contractSigner.findMany({
      where: { contractId },
      orderBy: { sort: "asc" },
      select: { side: true, organisationId: true, userId: true, capacity: true },
    });
    for (const one of signers) {
      const fault = await findSignerFault(tx, one.organisationId, one.userId, one.capacity);
      if (fault) throw new DomainError(fault);
    }
    await tx.contractSigner.deleteMany({ where: { contractId } });
    await tx.contractSigner.createMany({
      data: signers.map((one) => ({
        ...one,
        id: newId(),
        contractId,
        sort: signingOrder(one.side as SignerSide, first),
        createdAt: clock.now(),
      })),
    });
    await tx.contract.update({
      where: { id: contractId },
      data: { signingMode: "ELECTRONIC" },
    });
    await tellNextSigner(contractId, tx);
    await advance(tx, contractConduct, contractId, "startSigning", actor, { first });
  });
}
