import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockLot } from "./lock-lot.server";
import { lotApplicationConduct } from "./lot-application-conduct.server";
import { giveBackDeposit } from "./lot-deposits.server";

/**
 * A payment of a lot has changed: a deposit that is held now admits its applicant while
 * applications are not settled; one that comes too late, or for an application that has ended, goes
 * back. Any other change asks nothing. The same news twice does nothing more.
 */
export async function noteLotPayment(paymentId: string, actor: Actor, db: DbOrTx): Promise<void> {
  await inTransaction(db, async (tx) => {
    const payment = await tx.payment.findUnique({
      where: { id: paymentId },
      select: { state: true, purpose: true, caseType: true, caseId: true, itemId: true },
    });
    if (payment?.caseType !== "LOT" || payment.purpose !== "DEPOSIT") return;
    if (payment.state !== "PAID" || !payment.itemId) return;
    const lot = await lockLot(tx, payment.caseId);
    const application = lot.applications.find((one) => one.id === payment.itemId);
    if (application?.state === "ADMITTED") return;
    const isInTime = lot.biddingStartsAt !== null && clock.now() < lot.biddingStartsAt;
    if (application?.state === "QUALIFIED" && lot.state === "ANNOUNCED" && isInTime) {
      await advance(tx, lotApplicationConduct, application.id, "admit", actor);
      return;
    }
    // A suspended lot may still admit when it goes on: its deposits stay.
    if (application?.state === "QUALIFIED" && lot.state === "SUSPENDED") return;
    await giveBackDeposit(tx, paymentId, `lot ${lot.number}: not admitted`, actor);
  });
}
