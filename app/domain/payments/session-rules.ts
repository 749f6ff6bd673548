/** What matters of a Checkout session as Stripe has it now. */
export type SessionFacts =
  | { kind: "OPEN" }
  /** Closed unpaid; nothing can come of it any more. */
  | { kind: "OVER" }
  /** Completed, the money is on its way; Stripe will tell. */
  | { kind: "PENDING" }
  | { kind: "PAID"; amountFen: bigint; currency: string; paymentIntentId: string | null };

type SessionLike = {
  status: string | null;
  payment_status: string;
  amount_total: number | null;
  currency: string | null;
  payment_intent: string | { id: string; status?: string } | null;
};

export function readSession(session: SessionLike): SessionFacts {
  const intent = session.payment_intent;
  if (session.payment_status === "paid") {
    return {
      kind: "PAID",
      amountFen: BigInt(session.amount_total ?? 0),
      currency: (session.currency ?? "").toUpperCase(),
      paymentIntentId: typeof intent === "string" ? intent : (intent?.id ?? null),
    };
  }
  if (session.status === "open") return { kind: "OPEN" };
  if (session.status === "expired") return { kind: "OVER" };
  // A payment that needs days, such as a bank debit, may still fail after the page was completed.
  const hasFailed =
    typeof intent === "object" &&
    (intent?.status === "requires_payment_method" || intent?.status === "canceled");
  return hasFailed ? { kind: "OVER" } : { kind: "PENDING" };
}

export type SessionStep = "PAY" | "RETURN" | "CLOSE" | "EXPIRE" | "DIFFERENCE" | "NOTHING";

type PaymentLike = {
  state: string;
  amountFen: bigint;
  currency: string;
  stripeSessionId: string | null;
  stripePaymentIntentId: string | null;
};

/** What is to be done about a payment, given the truth about one of its sessions. */
export function stepOf(payment: PaymentLike, sessionId: string, facts: SessionFacts): SessionStep {
  const isOver = payment.state === "CANCELLED" || payment.state === "LAPSED";
  const isPresent = payment.stripeSessionId === sessionId;
  if (facts.kind === "PAID") {
    const isKnown =
      payment.stripePaymentIntentId !== null &&
      payment.stripePaymentIntentId === facts.paymentIntentId;
    if (isKnown) return "NOTHING";
    const fits = facts.amountFen === payment.amountFen && facts.currency === payment.currency;
    if (!fits) return "DIFFERENCE";
    if (payment.state === "DUE" || payment.state === "STARTED") return "PAY";
    return isOver ? "RETURN" : "DIFFERENCE";
  }
  if (facts.kind === "OPEN") return isOver || !isPresent ? "EXPIRE" : "NOTHING";
  if (facts.kind === "OVER") return payment.state === "STARTED" && isPresent ? "CLOSE" : "NOTHING";
  return "NOTHING";
}
