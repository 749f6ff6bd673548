import { type Actor, systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { onBehalf } from "./on-behalf";
import { paymentConduct } from "./payment-conduct.server";

/**
 * Keeps a held deposit after a default: for the harmed side, or for the market.
 * @throws DomainError "wrong_state" (409) when it is not held, "payment_not_a_deposit", "note_required"
 */
export async function forfeitDeposit(
  tx: Tx,
  paymentId: string,
  { reason, toOrganisationId }: { reason: string; toOrganisationId: string | null },
  actor: Actor,
): Promise<void> {
  const input = { ...onBehalf(actor), note: reason, toOrganisationId };
  await advance(tx, paymentConduct, paymentId, "forfeit", systemActor("payments"), input);
}
