import { lockDeal } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { lockContract } from "./contract-end.server";
import { instalmentConduct } from "./instalment-conduct.server";
import { getPaymentAccess } from "./payment-access.server";
import { goOnAfterSettlement } from "./settle-instalment.server";

type Answer =
  | { move: "receive" | "confirm"; proofId: string }
  | { move: "reject"; proofId: string; note: string }
  | { move: "nothingDue" };

/**
 * A treasurer of the payee notes the receipt of a payment, a second one confirms it, either sends a
 * wrong proof back; of a royalty that comes to nothing they say so. The last confirmation completes a
 * contract whose milestones are all accepted.
 * @throws DomainError "wrong_actor" (403), "wrong_state" (409), "payment_second_person",
 * "changed_meanwhile", "note_required", "royalty_not_stated"
 */
export async function answerPayment(
  input: { instalmentId: string } & Answer,
  actor: UserActor,
  db: Db,
): Promise<void> {
  const access = await getPaymentAccess(db, input.instalmentId, actor);
  await inTransaction(db, async (tx) => {
    await lockDeal(tx, access.dealId);
    await lockContract(tx, access.contractId);
    const { instalmentId, move, ...rest } = input;
    await advance(tx, instalmentConduct, instalmentId, move, actor, rest);
    if (move !== "confirm" && move !== "nothingDue") return;
    await goOnAfterSettlement(tx, access.contractId, instalmentId);
  });
}
