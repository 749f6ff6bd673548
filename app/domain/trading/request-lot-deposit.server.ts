import type { Actor } from "~/domain/identity/actor";
import { requestPayment } from "~/domain/payments/request-payment.server";
import type { Tx } from "~/platform/db.server";
import type { LotApplicationRow } from "./lot-application-rows.server";

const LIVE = ["DUE", "STARTED", "PROOF_GIVEN", "RECEIVED"];

function dueOf(lot: LotApplicationRow["lot"], now: Date): Date | null {
  const isLate = lot.applicationsEndAt !== null && lot.applicationsEndAt <= now;
  return isLate ? lot.biddingStartsAt : lot.applicationsEndAt;
}

/**
 * Asks a qualified applicant for the deposit: due when applications end, or, for whoever was
 * decided on after that, when bidding starts.
 * @returns the payment, or null where none is asked
 */
export async function requestLotDeposit(
  tx: Tx,
  row: LotApplicationRow,
  now: Date,
  actor: Actor,
): Promise<string | null> {
  const { lot } = row;
  if (!lot.depositFen || lot.depositFen <= 0n) return null;
  const dueAt = dueOf(lot, now);
  const { id } = await requestPayment(
    tx,
    {
      purpose: "DEPOSIT",
      caseType: "LOT",
      caseId: lot.id,
      itemId: row.id,
      title: `#${lot.number} ${lot.title}`,
      payerOrganisationId: row.organisationId,
      amountFen: lot.depositFen,
      dueAt,
    },
    actor,
  );
  // Asked for before, by dates that have moved since.
  await tx.payment.updateMany({ where: { id, state: { in: LIVE } }, data: { dueAt } });
  await tx.lotApplication.update({ where: { id: row.id }, data: { depositPaymentId: id } });
  return id;
}
