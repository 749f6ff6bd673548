import type { Prisma } from "#prisma/client/client";
import type { DbOrTx } from "~/platform/db.server";
import { bookingOfLine, type LineBooking } from "./bank-line-rules";

export const bankLineSelect = {
  id: true,
  state: true,
  amountFen: true,
  bankReference: true,
  counterparty: true,
  text: true,
  bookAs: true,
  bookedFen: true,
  returnsId: true,
  proposedById: true,
  matchedPaymentId: true,
  matchedPayment: {
    select: {
      ...{ id: true, reference: true, state: true, amountFen: true, currency: true, method: true },
      ...{ caseType: true, caseId: true, payerOrganisationId: true },
    },
  },
  returnedBy: { where: { state: "BOOKED" }, select: { bookedFen: true } },
} as const satisfies Prisma.BankLineSelect;

export type BankLineRow = Prisma.BankLineGetPayload<{ select: typeof bankLineSelect }>;

/** What of a booked difference has not been sent back yet. */
export function leftOf(line: Pick<BankLineRow, "state" | "bookAs" | "bookedFen" | "returnedBy">) {
  if (line.state !== "BOOKED" || line.bookAs !== "DIFFERENCE") return 0n;
  return line.returnedBy.reduce((left, one) => left - (one.bookedFen ?? 0n), line.bookedFen ?? 0n);
}

/** How each of some lines may be booked, read together. */
export async function findLineBookings(
  db: DbOrTx,
  lines: readonly BankLineRow[],
): Promise<Map<string, LineBooking>> {
  const numbers = lines.map((line) => line.bankReference);
  const paymentIds = [...new Set(lines.flatMap((line) => line.matchedPaymentId ?? []))];
  const byNumber = { bankReference: { in: numbers } };
  const [proofs, refunds, payouts, paidWith, siblings] = await Promise.all([
    db.transferProof.findMany({ where: { ...byNumber, rejectedAt: null } }),
    db.refund.findMany({ where: byNumber, select: { bankReference: true } }),
    db.payout.findMany({ where: byNumber, select: { bankReference: true } }),
    db.transferProof.findMany({
      where: { paymentId: { in: paymentIds }, confirmedAt: { not: null } },
      select: { bankReference: true },
    }),
    db.bankLine.findMany({
      where: { matchedPaymentId: { in: paymentIds }, amountFen: { gt: 0 } },
      select: { id: true, matchedPaymentId: true, bankReference: true, state: true, bookAs: true },
    }),
  ]);
  const proofOf = new Map(proofs.map((proof) => [proof.bankReference, proof]));
  const sent = new Set([...refunds, ...payouts].map((row) => row.bankReference));
  const confirmed = new Set(paidWith.map((proof) => proof.bankReference));
  const paying = siblings.filter(
    (one) => confirmed.has(one.bankReference) || (one.state === "BOOKED" && one.bookAs === "LATE"),
  );
  return new Map(
    lines.map((line) => {
      const proof = proofOf.get(line.bankReference);
      const booking = bookingOfLine({
        amountFen: line.amountFen,
        payment: line.matchedPayment,
        proof: proof
          ? { amountFen: proof.amountFen, isConfirmed: proof.confirmedAt !== null }
          : null,
        hasOtherLine: paying.some(
          (one) => one.id !== line.id && one.matchedPaymentId === line.matchedPaymentId,
        ),
        isSent: sent.has(line.bankReference),
      });
      return [line.id, booking];
    }),
  );
}

/** Lines as the reconciliation looks at them. */
export async function describeLines(lines: readonly BankLineRow[], db: DbOrTx) {
  const bookings = await findLineBookings(db, lines);
  return lines.map((line) => ({
    id: line.id,
    bankReference: line.bankReference,
    amountFen: line.amountFen,
    text: line.text,
    matchedPaymentId: line.matchedPaymentId,
    state: line.state,
    booking: bookings.get(line.id) ?? ({ as: "OWN" } as const),
    bookAs: line.bookAs,
    isSecond: line.matchedPayment?.amountFen === line.amountFen,
    leftFen: leftOf(line),
  }));
}
