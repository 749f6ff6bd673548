import { lockDeal } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { contractConduct } from "./contract-conduct.server";
import { getSignSpeaker } from "./sign-access.server";

/**
 * Either side sends a scan back, with the reason: pages missing, a seal that cannot be read, another
 * text. The contract waits for a better scan, or for electronic signing.
 * @throws DomainError "wrong_actor" (403), "wrong_state" (409), "note_required"
 */
export async function rejectPaper(
  input: { contractId: string; note: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { contractId, note } = input;
  await inTransaction(db, async (tx) => {
    const { dealId } = await getSignSpeaker(tx, contractId, actor);
    await lockDeal(tx, dealId);
    const { state } = await tx.contract.findUniqueOrThrow({ where: { id: contractId } });
    if (state !== "PAPER_CHECK") throw new DomainError("wrong_state", { status: 409 });
    await tx.contract.update({
      where: { id: contractId },
      data: { signingMode: "ELECTRONIC", sealedFileId: null, sealedSha256: null, signedOn: null },
    });
    await advance(tx, contractConduct, contractId, "rejectPaper", actor, { note });
  });
}
