import { describe, expect, it } from "vitest";
import { type ReconciliationInput, reconcile } from "./reconciliation-rules";

const empty: ReconciliationInput = {
  provider: { payments: [], refunds: [] },
  bookedIntents: new Map(),
  suspended: new Map(),
  bookedRefundIds: new Set(),
  missingAtProvider: [],
  bankLines: [],
  bankMovements: [],
  knownBankReferences: new Set(),
  paymentsAtBank: new Set(),
};
const kinds = (input: Partial<ReconciliationInput>) =>
  reconcile({ ...empty, ...input }).map((one) => one.kind);
const paid = (values: object = {}) => ({
  ...{ id: "pi_1", amountFen: 100n, currency: "cny", refundedFen: 0n, paymentId: "p" },
  ...values,
});

const listed = {
  ...{
    state: "LISTED",
    booking: { as: "OWN" as const },
    bookAs: null,
    isSecond: false,
    leftFen: 0n,
  },
} as const;

describe("reconciliation", () => {
  it("finds nothing where the lists agree", () => {
    const movement = { paymentId: "q", reference: "GM1", amountFen: 5n, foreignId: "B1" };
    const line = {
      id: "l",
      bankReference: "B1",
      amountFen: 5n,
      text: "",
      matchedPaymentId: "q",
      ...listed,
    };
    expect(
      kinds({
        provider: { payments: [paid()], refunds: [] },
        bookedIntents: new Map([["pi_1", { paymentId: "p", amountFen: 100n }]]),
        bankLines: [line],
        bankMovements: [movement],
        knownBankReferences: new Set(["B1"]),
      }),
    ).toEqual([]);
  });

  it("names what the provider has and the ledger has not", () => {
    expect(kinds({ provider: { payments: [paid()], refunds: [] } })).toEqual(["STRIPE_NOT_BOOKED"]);
    const bookedIntents = new Map([["pi_1", { paymentId: "p", amountFen: 90n }]]);
    expect(kinds({ provider: { payments: [paid()], refunds: [] }, bookedIntents })).toEqual([
      "STRIPE_AMOUNT",
    ]);
    const refund = { id: "re_1", amountFen: 90n, paymentIntentId: "pi_1" };
    expect(kinds({ provider: { payments: [], refunds: [refund] }, bookedIntents })).toEqual([
      "REFUND_NOT_BOOKED",
    ]);
  });

  it("holds a difference against Stripe until it was sent back", () => {
    const suspended = new Map([["pi_1", "p"]]);
    expect(kinds({ provider: { payments: [paid()], refunds: [] }, suspended })).toEqual([
      "SUSPENSE",
    ]);
    const back = { payments: [paid({ refundedFen: 100n })], refunds: [] };
    expect(kinds({ provider: back, suspended })).toEqual([]);
  });

  it("names lines without a payment, other amounts, and bookings without a line", () => {
    const movement = { paymentId: "q", reference: "GM1", amountFen: 5n, foreignId: "B1" };
    const line = {
      id: "l",
      bankReference: "B1",
      amountFen: 5n,
      text: "",
      matchedPaymentId: null,
      ...listed,
    };
    expect(kinds({ bankLines: [line] })).toEqual(["BANK_UNMATCHED"]);
    const less = { ...line, amountFen: 4n, matchedPaymentId: "q" };
    const knownBankReferences = new Set(["B1"]);
    expect(kinds({ bankLines: [less], bankMovements: [movement], knownBankReferences })).toEqual([
      "BANK_AMOUNT",
    ]);
    expect(kinds({ bankMovements: [movement] })).toEqual(["BOOKED_NOT_AT_BANK"]);
  });
});
