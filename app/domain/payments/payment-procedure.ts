import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * What somebody has to pay. Online the truth is Stripe's; by bank transfer two different operators
 * stand behind "paid". A deposit ends in exactly one of returned, applied or forfeited. Money that
 * arrives after the end of its case goes back.
 */
export const paymentProcedure = defineProcedure({
  name: "payment",
  version: "1",
  initial: "DUE",
  states: [
    "DUE",
    "STARTED",
    "PROOF_GIVEN",
    "RECEIVED",
    "PAID",
    "RETURN_DUE",
    "RETURNED",
    "APPLIED",
    "FORFEITED",
    "CANCELLED",
    "LAPSED",
  ],
  relations: ["payer", "operator", "market"],
  moves: {
    start: {
      from: ["DUE"],
      to: "STARTED",
      by: ["payer"],
      conditions: ["in-time", "card-amount"],
    },
    closeSession: { from: ["STARTED"], to: "DUE", by: ["market"] },
    payOnline: {
      from: ["STARTED", "DUE"],
      to: "PAID",
      by: ["market"],
      conditions: ["amount-arrived"],
    },
    prove: {
      from: ["DUE"],
      to: "PROOF_GIVEN",
      by: ["payer"],
      conditions: ["transfer-allowed", "in-time", "amount-equal"],
    },
    receive: {
      from: ["PROOF_GIVEN"],
      to: "RECEIVED",
      by: ["operator"],
      conditions: ["same-proof", "not-own-money"],
    },
    confirm: {
      from: ["RECEIVED"],
      to: "PAID",
      by: ["operator"],
      conditions: ["same-proof", "not-own-money", "second-person"],
    },
    reject: {
      from: ["PROOF_GIVEN", "RECEIVED"],
      to: "DUE",
      by: ["operator"],
      conditions: ["same-proof", "not-own-money"],
      needsNote: true,
    },
    release: { from: ["PAID"], to: "RETURN_DUE", by: ["market"], conditions: ["not-passed-on"] },
    comeLate: {
      from: ["CANCELLED", "LAPSED"],
      to: "RETURN_DUE",
      by: ["market"],
      conditions: ["amount-arrived"],
    },
    returned: { from: ["RETURN_DUE"], to: "RETURNED", by: ["market"] },
    apply: { from: ["PAID"], to: "APPLIED", by: ["market"], conditions: ["is-deposit"] },
    forfeit: {
      from: ["PAID"],
      to: "FORFEITED",
      by: ["market"],
      conditions: ["is-deposit"],
      needsNote: true,
    },
    cancel: { from: ["DUE", "STARTED"], to: "CANCELLED", by: ["market"] },
    lapse: { from: ["DUE"], to: "LAPSED", by: ["market"] },
    askAgain: { from: ["CANCELLED", "LAPSED"], to: "DUE", by: ["market"] },
  },
  clocks: {
    check: {
      runsIn: ["PROOF_GIVEN", "RECEIVED"],
      unit: "WORKDAY",
      parameter: "market.payment.transfer_confirm_workdays",
      fires: null,
    },
  },
});

export type PaymentState = (typeof paymentProcedure.states)[number];
export type PaymentMove = keyof typeof paymentProcedure.moves;
export type PaymentRelation = (typeof paymentProcedure.relations)[number];

export const PAYMENT_PURPOSES = [
  "DEPOSIT",
  "PRICE",
  "SERVICE_FEE",
  "LICENCE_FEE",
  "REWARD",
  "INSTALMENT",
] as const;
export type PaymentPurpose = (typeof PAYMENT_PURPOSES)[number];

export const PAYMENT_CASES = ["LOT", "TENDER", "CHALLENGE", "LICENCE", "CONTRACT"] as const;
export type PaymentCase = (typeof PAYMENT_CASES)[number];

/** Money of a contract goes through the provider or straight to the payee, never to the market's bank. */
export const ONLINE_ONLY_PURPOSES: readonly PaymentPurpose[] = ["INSTALMENT"];

/** Not paid in time, these lapse; the others stay owed. */
export const LAPSING_PURPOSES: readonly PaymentPurpose[] = ["DEPOSIT", "LICENCE_FEE"];
