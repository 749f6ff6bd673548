import type { LineBooking } from "./bank-line-rules";

export const DIFFERENCE_KINDS = [
  "STRIPE_NOT_BOOKED",
  "STRIPE_AMOUNT",
  "SUSPENSE",
  "BOOKED_NOT_AT_STRIPE",
  "REFUND_NOT_BOOKED",
  "RETURN_NOT_BOOKED",
  "BANK_UNMATCHED",
  "BANK_LATE",
  "BANK_TWICE",
  "BANK_OUT",
  "BANK_PROPOSED",
  "BANK_HELD",
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
  /** How the line of the bank may be booked by itself, or is proposed to be. */
  bookAs: "LATE" | "DIFFERENCE" | "RETURN" | null;
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
  state: string;
  /** How it may be booked by itself, as long as nobody has. */
  booking: LineBooking;
  /** What is proposed, or booked. */
  bookAs: string | null;
  /** Of the payment's own amount, after that has arrived. */
  isSecond: boolean;
  /** Booked as a difference and not sent back yet. */
  leftFen: bigint;
};

export type ReconciliationInput = {
  provider: { payments: readonly ProviderPayment[]; refunds: readonly ProviderRefund[] } | null;
  /** Payments booked as paid through Stripe, by Stripe's id; also those of other months. */
  bookedIntents: ReadonlyMap<string, { paymentId: string; amountFen: bigint }>;
  /** Stripe's ids of money that is held as a difference, each with the payment that it was meant for. */
  suspended: ReadonlyMap<string, string | null>;
  /** Refunds of payments, and returns of differences. */
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
    found.push({ ...NO_LINE, key: `${kind}:${id}`, kind, detail: id, amountFen, paymentId });
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
    // Money held as a difference is sent back by hand; the market hears of it from Stripe.
    if (input.suspended.has(intent)) {
      const of = input.suspended.get(intent) ?? null;
      add("RETURN_NOT_BOOKED", refund.id, -refund.amountFen, of);
      continue;
    }
    if (!paymentId) continue;
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
    const movement = byReference.get(line.bankReference);
    const named = nameLine(line, movement !== undefined && movement.amountFen !== line.amountFen);
    if (!named) continue;
    found.push({
      key: `${named.kind}:${line.id}`,
      detail: `${line.bankReference} ${line.text}`.trim(),
      paymentId: line.matchedPaymentId,
      bankLineId: line.id,
      ...named,
    });
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
      ...NO_LINE,
    });
  }
  return found;
}

const NO_LINE = { bankLineId: null, bookAs: null } as const;

/** What is open about a line of the bank; null: nothing. */
function nameLine(
  line: BankMovement,
  differs: boolean,
): Pick<Difference, "kind" | "amountFen" | "bookAs"> | null {
  const { amountFen, booking } = line;
  if (line.state === "PROPOSED") {
    return { kind: "BANK_PROPOSED", amountFen, bookAs: line.bookAs as Difference["bookAs"] };
  }
  if (line.state === "BOOKED") {
    return line.leftFen > 0n ? { kind: "BANK_HELD", amountFen: line.leftFen, bookAs: null } : null;
  }
  const bookAs = booking.as === "OWN" ? null : booking.as;
  if (bookAs === "RETURN") return { kind: "BANK_OUT", amountFen, bookAs };
  if (line.matchedPaymentId === null) return { kind: "BANK_UNMATCHED", amountFen, bookAs };
  if (bookAs === "LATE") return { kind: "BANK_LATE", amountFen, bookAs };
  if (bookAs === null) return differs ? { kind: "BANK_AMOUNT", amountFen, bookAs } : null;
  return { kind: line.isSecond ? "BANK_TWICE" : "BANK_AMOUNT", amountFen, bookAs };
}
