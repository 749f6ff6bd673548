import { type Actor, systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { onBehalf } from "./on-behalf";
import { paymentConduct } from "./payment-conduct.server";

/**
 * Counts a held deposit to the price: it is now owed to whoever gets the price.
 * @throws DomainError "wrong_state" (409) when it is not held, "payment_not_a_deposit"
 */
export async function applyDeposit(
  tx: Tx,
  paymentId: string,
  { toOrganisationId }: { toOrganisationId: string },
  actor: Actor,
): Promise<void> {
  const input = { ...onBehalf(actor), toOrganisationId };
  await advance(tx, paymentConduct, paymentId, "apply", systemActor("payments"), input);
}
