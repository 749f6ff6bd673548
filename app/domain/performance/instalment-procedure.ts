import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * One payment of the plan: the payer gives the proof of a bank transfer, a treasurer of the payee
 * notes its receipt and a second one confirms it. Where the payee asks for it, and has an account at
 * the payment provider, it may be paid online instead: the provider's word confirms it, and the market
 * never takes it to a bank account of its own. What a buyer's deposit has paid is settled when the
 * deposit is booked for the seller. A royalty has no amount until the payer states the base
 * figures of its period.
 */
export const instalmentProcedure = defineProcedure({
  name: "instalment",
  version: "1",
  initial: "PLANNED",
  states: ["PLANNED", "PROOF_GIVEN", "RECEIVED", "CONFIRMED", "CANCELLED"],
  relations: ["payer", "payee", "market"],
  moves: {
    stateAmount: {
      from: ["PLANNED"],
      to: "PLANNED",
      by: ["payer"],
      conditions: ["contract-runs", "is-royalty"],
    },
    prove: {
      from: ["PLANNED"],
      to: "PROOF_GIVEN",
      by: ["payer"],
      conditions: ["contract-runs", "amount-known", "amount-equal"],
    },
    receive: { from: ["PROOF_GIVEN"], to: "RECEIVED", by: ["payee"], conditions: ["same-proof"] },
    confirm: {
      from: ["RECEIVED"],
      to: "CONFIRMED",
      by: ["payee"],
      conditions: ["same-proof", "second-person"],
    },
    payOnline: {
      from: ["PLANNED"],
      to: "CONFIRMED",
      by: ["market"],
      conditions: ["amount-told"],
    },
    countDeposit: {
      from: ["PLANNED"],
      to: "CONFIRMED",
      by: ["market"],
      conditions: ["amount-told"],
    },
    reject: {
      from: ["PROOF_GIVEN", "RECEIVED"],
      to: "PLANNED",
      by: ["payee"],
      conditions: ["same-proof"],
      needsNote: true,
    },
    nothingDue: {
      from: ["PLANNED"],
      to: "CANCELLED",
      by: ["payee"],
      conditions: ["stated-nothing"],
    },
    cancel: { from: ["PLANNED"], to: "CANCELLED", by: ["market"], needsNote: true },
  },
  clocks: {
    receipt: {
      runsIn: ["PROOF_GIVEN", "RECEIVED"],
      unit: "WORKDAY",
      parameter: "market.performance.receipt_workdays",
      fires: null,
    },
  },
});

export type InstalmentState = (typeof instalmentProcedure.states)[number];
export type InstalmentMove = keyof typeof instalmentProcedure.moves;
export type InstalmentRelation = (typeof instalmentProcedure.relations)[number];

export const INSTALMENT_KINDS = ["PRICE", "ENTRY_FEE", "ROYALTY", "COST"] as const;
export type InstalmentKind = (typeof INSTALMENT_KINDS)[number];
