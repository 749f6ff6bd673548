import type { Actor } from "~/domain/identity/actor";
import { notify } from "~/domain/notifications/notify.server";
import { listTraderIds } from "~/domain/oversight/trade-people.server";
import { releaseDeposit } from "~/domain/payments/release-deposit.server";
import { clock } from "~/domain/shared/clock";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { tenderHref } from "./tender-href";
import { lockTender } from "./tender-rows.server";

/**
 * A bond has changed. One that is held lets its payer bid; one that comes when no bid can come any
 * more goes back. Any other change asks nothing. The same news twice does nothing more.
 */
export async function noteTenderPayment(
  paymentId: string,
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const payment = await tx.payment.findUnique({
      where: { id: paymentId },
      select: {
        state: true,
        purpose: true,
        caseType: true,
        caseId: true,
        payerOrganisationId: true,
      },
    });
    if (payment?.caseType !== "TENDER" || payment.purpose !== "DEPOSIT") return;
    if (payment.state !== "PAID") return;
    const tender = await lockTender(tx, payment.caseId);
    const { payerOrganisationId } = payment;
    const hasBid = tender.bids.some(
      (one) => one.organisationId === payerOrganisationId && one.state !== "WITHDRAWN",
    );
    if (hasBid) return;
    const isIssued = tender.state === "ISSUED" || tender.suspendedFrom === "ISSUED";
    if (
      !isIssued ||
      !tender.bidsDueAt ||
      (!tender.suspendedFrom && clock.now() >= tender.bidsDueAt)
    ) {
      const reason = `tender ${tender.number}: too late for a bid`;
      await releaseDeposit(tx, paymentId, { reason }, actor);
      return;
    }
    await notify(tx, {
      userIds: await listTraderIds(tx, payerOrganisationId),
      kind: "tenderBondHeld",
      params: { title: tender.title, note: "" },
      href: `${tenderHref(tender.number)}/bid`,
      dedupeKey: `tender-bond-held:${paymentId}`,
    });
  });
}
