import type { Actor } from "~/domain/identity/actor";
import { requestPayment } from "~/domain/payments/request-payment.server";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { assertMayBid } from "./assert-may-bid.server";
import { lockTender } from "./tender-rows.server";

/**
 * Asks a bidder for the announced bond, to be paid before the deadline.
 * @throws DomainError "tender_no_bond" (409) and what `assertMayBid` refuses
 */
export async function requestBond(
  input: { tenderId: string; organisationId: string },
  actor: Actor,
  db: DbOrTx,
): Promise<{ paymentId: string }> {
  return inTransaction(db, async (tx) => {
    const tender = await lockTender(tx, input.tenderId);
    await assertMayBid(tx, tender, input.organisationId, actor);
    if (!tender.bondFen) throw new DomainError("tender_no_bond", { status: 409 });
    const { id } = await requestPayment(
      tx,
      {
        purpose: "DEPOSIT",
        caseType: "TENDER",
        caseId: tender.id,
        title: tender.title,
        payerOrganisationId: input.organisationId,
        amountFen: tender.bondFen,
        dueAt: tender.bidsDueAt,
      },
      actor,
    );
    return { paymentId: id };
  });
}
