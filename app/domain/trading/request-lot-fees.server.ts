import type { Actor } from "~/domain/identity/actor";
import { requestPayment } from "~/domain/payments/request-payment.server";
import type { Tx } from "~/platform/db.server";
import { feeShares } from "./lot-fee-rules";
import type { LotRow } from "./lot-rows.server";

/** Asks those who bear the announced service fee for it, once the contract is signed. */
export async function requestLotFees(tx: Tx, lot: LotRow, actor: Actor): Promise<void> {
  const winner = lot.applications.find((one) => one.id === lot.winnerApplicationId);
  if (!winner || lot.priceFen === null || lot.isTraining) return;
  const shares = feeShares(lot.priceFen, lot.feeBp, lot.feePayer);
  const payers = [
    [winner.organisationId, shares.buyerFen],
    [lot.organisationId, shares.sellerFen],
  ] as const;
  for (const [payerOrganisationId, amountFen] of payers) {
    if (amountFen <= 0n) continue;
    await requestPayment(
      tx,
      {
        purpose: "SERVICE_FEE",
        caseType: "LOT",
        caseId: lot.id,
        title: `#${lot.number} ${lot.title}`,
        payerOrganisationId,
        amountFen,
      },
      actor,
    );
  }
}
