import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * A licence that somebody has taken by accepting its text: the fee is due, then the licence is issued.
 * Without a fee it goes on at once. Who does not pay in the dated time has no licence.
 */
export const licencePurchaseProcedure = defineProcedure({
  name: "licence-purchase",
  version: "1",
  initial: "CONFIRMED",
  states: ["CONFIRMED", "PAID", "LICENSED", "CANCELLED", "LAPSED"],
  relations: ["buyer", "office", "market"],
  moves: {
    pay: { from: ["CONFIRMED"], to: "PAID", by: ["market"], conditions: ["fee-paid"] },
    issue: { from: ["PAID"], to: "LICENSED", by: ["market"], conditions: ["licence-made"] },
    cancel: { from: ["CONFIRMED"], to: "CANCELLED", by: ["buyer"], conditions: ["fee-not-paid"] },
    // No licence can be made: the office, or the job that finds its term over, gives the fee back.
    refund: { from: ["PAID"], to: "CANCELLED", by: ["office", "market"], needsNote: true },
    lapse: { from: ["CONFIRMED"], to: "LAPSED", by: ["market"] },
  },
  clocks: {
    pay: {
      runsIn: ["CONFIRMED"],
      unit: "WORKDAY",
      parameter: "market.licence.pay_workdays",
      fires: "lapse",
    },
  },
});

export type LicencePurchaseState = (typeof licencePurchaseProcedure.states)[number];
export type LicencePurchaseMove = keyof typeof licencePurchaseProcedure.moves;
export type LicencePurchaseRelation = (typeof licencePurchaseProcedure.relations)[number];

/** Purchases that take one of the places of an offer. */
export const HOLDING: readonly LicencePurchaseState[] = ["CONFIRMED", "PAID", "LICENSED"];
