import { systemActor, type UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { paymentConduct } from "./payment-conduct.server";
import { lockPayment } from "./payment-rows.server";
import { releaseDeposit } from "./release-deposit.server";

type Answer =
  | { move: "receive" | "confirm"; proofId: string }
  | { move: "reject"; proofId: string; note: string };

/**
 * One operator notes that a transfer has arrived, a second one confirms it, either sends a wrong proof
 * back. Money of a case that is over meanwhile goes back at once.
 * @throws DomainError "forbidden" (403), "wrong_state" (409), "changed_meanwhile",
 * "payment_second_person", "payment_own_money", "note_required"
 */
export async function answerTransfer(
  input: { paymentId: string } & Answer,
  actor: UserActor,
  db: Db,
): Promise<void> {
  assertCan(actor, "pay.confirm");
  await inTransaction(db, async (tx) => {
    const row = await lockPayment(tx, input.paymentId);
    const { paymentId, move, ...rest } = input;
    await advance(tx, paymentConduct, paymentId, move, actor, rest);
    if (row.returnDueAt === null) return;
    const market = systemActor("payments");
    if (move === "confirm") await releaseDeposit(tx, paymentId, { reason: "cancelled" }, market);
    if (move === "reject") {
      await advance(tx, paymentConduct, paymentId, "cancel", market, { for: actor.userId });
    }
  });
}
