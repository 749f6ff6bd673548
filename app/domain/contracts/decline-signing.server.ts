import { lockDeal } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { contractConduct } from "./contract-conduct.server";
import { getSignAccess } from "./sign-access.server";

/**
 * A signer who has not signed refuses, with a reason that both sides read; the text opens again.
 * Waiting for one's turn is no hindrance: whoever will not sign says so at once.
 * @throws DomainError "forbidden" (403), "signature_given", "wrong_state" (409), "note_required"
 */
export async function declineSigning(
  input: { contractId: string; note: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { contractId, note } = input;
  await inTransaction(db, async (tx) => {
    const { dealId } = await getSignAccess(tx, contractId, actor);
    await lockDeal(tx, dealId);
    const own = await tx.contractSigner.findFirst({ where: { contractId, userId: actor.userId } });
    if (!own) throw new DomainError("forbidden", { status: 403 });
    if (own.signedAt) throw new DomainError("signature_given", { status: 409 });
    await tx.contractSigner.update({
      where: { id: own.id },
      data: { declinedAt: clock.now(), declineNote: note },
    });
    await advance(tx, contractConduct, contractId, "decline", actor, { note });
  });
}
