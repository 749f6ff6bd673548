export const DIFFERENCE_KINDS = [
  "STRIPE_NOT_BOOKED",
  "STRIPE_AMOUNT",
  "SUSPENSE",
  "BOOKED_NOT_AT_STRIPE",
  "REFUND_NOT_BOOKED",
  "BANK_UNMATCHED",
  "BANK_AMOUNT",
  "BOOKED_NOT_AT_BANK",
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

export type Difference = {
  /** Names the difference within its list. */
  key: string;
  kind: DifferenceKind;
  /** Ids, references, amounts: what a person looks for. */
  detail: string;
  amountFen: bigint;
  paymentId: string | null;
  bankLineId: string | null;
};

/** A payment that succeeded at Stripe. */
export type ProviderPayment = {
  id: string;
  amountFen: bigint;
  currency: string;
  refundedFen: bigint;
  /** From the metadata: ours, if it is one of this market's payments. */
  paymentId: string | null;
};

export type ProviderRefund = { id: string; amountFen: bigint; paymentIntentId: string | null };

/** A payment or refund of ours that says it went through Stripe or the bank. */
export type BookedMovement = {
  paymentId: string;
  reference: string;
  /** Positive when it came in. */
  amountFen: bigint;
  /** Stripe's id, or the bank's number. */
  foreignId: string | null;
};

export type BankMovement = {
  id: string;
  bankReference: string;
  amountFen: bigint;
  text: string;
  matchedPaymentId: string | null;
};

export type ReconciliationInput = {
  provider: { payments: readonly ProviderPayment[]; refunds: readonly ProviderRefund[] } | null;
  /** Payments booked as paid through Stripe, by Stripe's id; also those of other months. */
  bookedIntents: ReadonlyMap<string, { paymentId: string; amountFen: bigint }>;
  /** Stripe's ids of money that is held as a difference. */
  suspended: ReadonlySet<string>;
  bookedRefundIds: ReadonlySet<string>;
  /** Booked in the month through Stripe and unknown there. */
  missingAtProvider: readonly BookedMovement[];
  bankLines: readonly BankMovement[];
  /** Confirmed in the month by bank transfer. */
  bankMovements: readonly BookedMovement[];
  /** The bank's numbers of all lines ever imported that belong to those movements. */
  knownBankReferences: ReadonlySet<string>;
  /** Payments that an incoming line is matched with. */
  paymentsAtBank: ReadonlySet<string>;
};

/** What the three lists disagree about. */
export function reconcile(input: ReconciliationInput): Difference[] {
  return [...compareProvider(input), ...compareBank(input)];
}

function compareProvider(input: ReconciliationInput): Difference[] {
  const found: Difference[] = [];
  const add = (kind: DifferenceKind, id: string, amountFen: bigint, paymentId: string | null) =>
    found.push({ key: `${kind}:${id}`, kind, detail: id, amountFen, paymentId, bankLineId: null });
  for (const one of input.provider?.payments ?? []) {
    const booked = input.bookedIntents.get(one.id);
    if (booked) {
      const isSame = booked.amountFen === one.amountFen && one.currency === "cny";
      if (!isSame) add("STRIPE_AMOUNT", one.id, one.amountFen, booked.paymentId);
    } else if (input.suspended.has(one.id)) {
      if (one.refundedFen < one.amountFen) {
        add("SUSPENSE", one.id, one.amountFen - one.refundedFen, one.paymentId);
      }
    } else if (one.refundedFen < one.amountFen) {
      const kind = one.currency === "cny" ? "STRIPE_NOT_BOOKED" : "STRIPE_AMOUNT";
      add(kind, one.id, one.amountFen, one.paymentId);
    }
  }
  for (const refund of input.provider?.refunds ?? []) {
    if (input.bookedRefundIds.has(refund.id)) continue;
    const intent = refund.paymentIntentId ?? "";
    const paymentId = input.bookedIntents.get(intent)?.paymentId ?? null;
    // Money held as a difference is meant to go back by hand.
    if (input.suspended.has(intent) || !paymentId) continue;
    add("REFUND_NOT_BOOKED", refund.id, -refund.amountFen, paymentId);
  }
  for (const one of input.missingAtProvider) {
    add(
      "BOOKED_NOT_AT_STRIPE",
      `${one.reference} ${one.foreignId ?? ""}`.trim(),
      one.amountFen,
      one.paymentId,
    );
  }
  return found;
}

function compareBank(input: ReconciliationInput): Difference[] {
  const found: Difference[] = [];
  const byReference = new Map(input.bankMovements.map((one) => [one.foreignId, one]));
  for (const line of input.bankLines) {
    const detail = `${line.bankReference} ${line.text}`.trim();
    const base = { detail, amountFen: line.amountFen, bankLineId: line.id };
    if (line.matchedPaymentId === null) {
      const kind = "BANK_UNMATCHED";
      found.push({ ...base, key: `${kind}:${line.id}`, kind, paymentId: null });
      continue;
    }
    const movement = byReference.get(line.bankReference);
    if (movement && movement.amountFen !== line.amountFen) {
      const kind = "BANK_AMOUNT";
      found.push({ ...base, key: `${kind}:${line.id}`, kind, paymentId: line.matchedPaymentId });
    }
  }
  for (const one of input.bankMovements) {
    const isIn = one.amountFen > 0n && input.paymentsAtBank.has(one.paymentId);
    if (isIn || (one.foreignId !== null && input.knownBankReferences.has(one.foreignId))) continue;
    const kind = "BOOKED_NOT_AT_BANK";
    found.push({
      key: `${kind}:${one.paymentId}:${one.foreignId ?? ""}`,
      kind,
      detail: `${one.reference} ${one.foreignId ?? ""}`.trim(),
      amountFen: one.amountFen,
      paymentId: one.paymentId,
      bankLineId: null,
    });
  }
  return found;
}
