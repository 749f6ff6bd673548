import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { notify } from "~/domain/notifications/notify.server";
import { toYuanText } from "~/domain/shared/money";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { paymentHref } from "./payment-href";
import { listPayerIds } from "./payment-people.server";
import { payoutConduct } from "./payout-conduct.server";

type PayoutStep =
  | { id: string; move: "sendOnline" | "confirm" }
  | { id: string; move: "sendTransfer"; bankReference: string }
  | { id: string; move: "takeBack" | "retry"; note: string };

/**
 * An operator passes on what is owed, a second one confirms a bank transfer.
 * @throws DomainError "forbidden" (403), "wrong_state" (409), "payment_second_person",
 * "payment_own_money", "payout_not_owed", "payout_no_connect", "note_required"
 */
export async function movePayout(input: PayoutStep, actor: UserActor, db: Db): Promise<void> {
  assertCan(actor, "pay.confirm");
  const { id, move, ...rest } = input;
  await inTransaction(db, async (tx) => {
    await advance(tx, payoutConduct, id, move, actor, rest);
    if (move !== "confirm") return;
    const row = await tx.payout.findUniqueOrThrow({ where: { id } });
    const payment = await tx.payment.findUniqueOrThrow({ where: { id: row.caseId } });
    await notify(tx, {
      userIds: await listPayerIds(tx, row.organisationId),
      kind: "payOutSent",
      params: { title: payment.title, amount: toYuanText(row.amountFen) },
      // A deposit's page is the bidder's; whoever gets it sees its amount here.
      href: payment.purpose === "DEPOSIT" ? "/desk/payments" : paymentHref(payment.id),
      dedupeKey: `payout-sent:${id}`,
    });
  });
}
