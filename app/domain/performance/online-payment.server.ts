import { cancelPayment } from "~/domain/payments/cancel-payment.server";
import { findPaymentsOfCase } from "~/domain/payments/payment-queries.server";
import { DomainError } from "~/domain/shared/domain-error";
import type { MoveHook } from "~/domain/shared/procedure/conduct";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { findStripe } from "~/platform/stripe.server";
import type { InstalmentRow } from "./performance-rows.server";

export const ONLINE_CASE = "CONTRACT";
const OPEN = ["DUE", "STARTED"];

/** The request to pay an instalment online that has not ended, or null. */
export async function findOnlinePayment(
  db: DbOrTx,
  contractId: string,
  instalmentId: string,
): Promise<{ id: string; state: string } | null> {
  const all = await findPaymentsOfCase(db, ONLINE_CASE, contractId);
  const live = [...OPEN, "PAID"];
  return all.find((one) => one.itemId === instalmentId && live.includes(one.state)) ?? null;
}

/**
 * Whether a payee can be paid online: only where the provider passes the money on to an account of
 * the payee's own, so that no contract's money lies at the market, and only what one payment carries.
 */
export async function canReceiveOnline(
  db: DbOrTx,
  payeeId: string,
  amountFen: bigint,
): Promise<boolean> {
  if (!env().STRIPE_CONNECT || !findStripe()) return false;
  const maxYuan = await getPolicyNumber(db, "market.payment.card_max_yuan");
  if (amountFen > BigInt(maxYuan) * 100n) return false;
  const where = { organisationId: payeeId };
  return (await db.stripeAccountLink.findUnique({ where }))?.canReceive === true;
}

/**
 * Takes back what was asked for online. Money that has arrived settles the instalment within moments,
 * so that nothing else is to be done about it; where the instalment ends, the money goes back.
 */
export function dropOnlinePayments(arrived: "refuse" | "return"): MoveHook<InstalmentRow> {
  return async ({ tx, subjects, actor }) => {
    for (const row of subjects) {
      const online = await findOnlinePayment(tx, row.contract.id, row.id);
      if (!online) continue;
      if (online.state === "PAID" && arrived === "refuse") {
        throw new DomainError("instalment_paid_online", { status: 409 });
      }
      await cancelPayment(tx, online.id, actor);
    }
  };
}
