import type { MoveHook } from "~/domain/shared/procedure/conduct";
import type { Tx } from "~/platform/db.server";
import { type AccountCode, cashAccount, heldAccount, paidKind } from "./account-rules";
import type { PaymentRow } from "./payment-rows.server";
import { makePayout } from "./payout-of-payment.server";
import { book } from "./post-booking.server";

const caseOf = (row: PaymentRow) => ({
  caseType: row.caseType,
  caseId: row.caseId,
  paymentId: row.id,
});

/** The money is there: it lies at the bank or at Stripe and is held, owed or earned. */
export async function bookArrival(tx: Tx, row: PaymentRow, method: string): Promise<void> {
  await book(tx, {
    ...caseOf(row),
    kind: paidKind(row),
    dedupeKey: `payment:${row.id}:paid`,
    note: row.reference,
    entries: [
      { account: cashAccount(method), amountFen: row.amountFen },
      { account: heldAccount(row), amountFen: -row.amountFen },
    ],
  });
}

/** The money has left the way it came. */
export async function bookReturn(tx: Tx, row: PaymentRow): Promise<void> {
  const method = row.refund?.method ?? row.method;
  await book(tx, {
    ...caseOf(row),
    kind: "REFUND_SENT",
    dedupeKey: `payment:${row.id}:returned`,
    note: row.reference,
    entries: [
      { account: heldAccount(row), amountFen: row.amountFen },
      { account: cashAccount(method), amountFen: -row.amountFen },
    ],
  });
}

/** A held deposit now belongs to somebody else: to an organisation, or to the market. */
export function settleDeposit(kind: "DEPOSIT_APPLIED" | "DEPOSIT_FORFEITED"): MoveHook<PaymentRow> {
  return async ({ tx, subjects, input }) => {
    const to = typeof input.toOrganisationId === "string" ? input.toOrganisationId : null;
    const account: AccountCode = to ? `owed:${to}` : "forfeited";
    for (const row of subjects) {
      await book(tx, {
        ...caseOf(row),
        kind,
        dedupeKey: `payment:${row.id}:settled`,
        note: row.reference,
        entries: [
          { account: heldAccount(row), amountFen: row.amountFen },
          { account, amountFen: -row.amountFen },
        ],
      });
      if (to) await makePayout(tx, row.id, to, row.amountFen);
    }
  };
}
