import type { Actor } from "~/domain/identity/actor";
import { applyDeposit } from "~/domain/payments/apply-deposit.server";
import { cancelPayment } from "~/domain/payments/cancel-payment.server";
import { forfeitDeposit } from "~/domain/payments/forfeit-deposit.server";
import { releaseDeposit } from "~/domain/payments/release-deposit.server";
import type { Tx } from "~/platform/db.server";
import type { LotRow } from "./lot-rows.server";

async function stateOf(tx: Tx, paymentId: string): Promise<string> {
  const found = await tx.payment.findUniqueOrThrow({
    where: { id: paymentId },
    select: { state: true },
  });
  return found.state;
}

/** One deposit on its way back, or its request taken back; one that is settled stays as it is. */
export async function giveBackDeposit(
  tx: Tx,
  paymentId: string,
  reason: string,
  actor: Actor,
): Promise<void> {
  const state = await stateOf(tx, paymentId);
  if (state === "PAID") await releaseDeposit(tx, paymentId, { reason }, actor);
  else if (["DUE", "STARTED", "PROOF_GIVEN", "RECEIVED"].includes(state)) {
    await cancelPayment(tx, paymentId, actor);
  }
}

/** The deposits of a lot go back to their payers, all but the one of `exceptId`. */
export async function giveBackDeposits(
  tx: Tx,
  lot: LotRow,
  options: { reason: string; exceptId?: string | null },
  actor: Actor,
): Promise<void> {
  // One order for everybody, so that two moves at once cannot wait for each other.
  const paymentIds = lot.applications
    .filter((one) => one.id !== options.exceptId)
    .flatMap((one) => one.depositPaymentId ?? [])
    .sort();
  for (const id of paymentIds) await giveBackDeposit(tx, id, options.reason, actor);
}

function winnersDeposit(lot: LotRow): string | null {
  const winner = lot.applications.find((one) => one.id === lot.winnerApplicationId);
  return winner?.depositPaymentId ?? null;
}

/** The winner's deposit counts to the price. */
export async function countDeposit(tx: Tx, lot: LotRow, actor: Actor): Promise<void> {
  const id = winnersDeposit(lot);
  if (!id || (await stateOf(tx, id)) !== "PAID") return;
  await applyDeposit(tx, id, { toOrganisationId: lot.organisationId }, actor);
}

/** The winner's deposit is kept for the seller, who has lost the sale. */
export async function keepDeposit(
  tx: Tx,
  lot: LotRow,
  reason: string,
  actor: Actor,
): Promise<void> {
  const id = winnersDeposit(lot);
  if (!id || (await stateOf(tx, id)) !== "PAID") return;
  await forfeitDeposit(tx, id, { reason, toOrganisationId: lot.organisationId }, actor);
}
