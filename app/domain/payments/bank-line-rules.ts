/** How a line of the bank's list may be booked by itself; OWN: the ordinary way accounts for it. */
export type LineBooking =
  | { as: "OWN" }
  | { as: "LATE" | "DIFFERENCE" | "RETURN"; amountFen: bigint };

export type LineFacts = {
  /** Incoming positive, outgoing negative. */
  amountFen: bigint;
  /** The payment that the line was matched with. */
  payment: { state: string; amountFen: bigint; method: string | null } | null;
  /** A proof, not rejected, that names the line's number. */
  proof: { amountFen: bigint; isConfirmed: boolean } | null;
  /** Another line of the list is the one that the payment was paid with. */
  hasOtherLine: boolean;
  /** A refund or payout was sent with the line's number. */
  isSent: boolean;
};

const OVER = ["CANCELLED", "LAPSED"];
const OPEN = ["DUE", "STARTED", "PROOF_GIVEN", "RECEIVED"];

/** What a line is, given what else is known of its money. */
export function bookingOfLine(line: LineFacts): LineBooking {
  const { amountFen, payment, proof } = line;
  if (amountFen <= 0n) {
    return line.isSent || amountFen === 0n
      ? { as: "OWN" }
      : { as: "RETURN", amountFen: -amountFen };
  }
  if (proof) {
    // What was confirmed is booked already: only what the bank has beyond it is left.
    const surplus = proof.isConfirmed ? amountFen - proof.amountFen : 0n;
    return surplus > 0n ? { as: "DIFFERENCE", amountFen: surplus } : { as: "OWN" };
  }
  if (payment?.amountFen !== amountFen) return { as: "DIFFERENCE", amountFen };
  if (OVER.includes(payment.state)) return { as: "LATE", amountFen };
  if (OPEN.includes(payment.state)) return { as: "OWN" };
  const isSecond = payment.method === "STRIPE" || line.hasOtherLine;
  return isSecond ? { as: "DIFFERENCE", amountFen } : { as: "OWN" };
}
