import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * A mandate: one matter, offered by a client to a broker, in force once the broker has accepted and
 * every client has consented in writing to the same terms. Without a main contract no fee falls due
 * (interpretation art. 40). INTRODUCED of the model is a record of its own (BrokerIntroduction), and
 * the rating belongs to the deal.
 */
export const mandateProcedure = defineProcedure({
  name: "mandate",
  version: "1",
  initial: "OFFERED",
  states: [
    "OFFERED",
    "ACCEPTED",
    "ACTIVE",
    "CONTRACT_MADE",
    "FEE_DUE",
    "PAID",
    "DECLINED",
    "WITHDRAWN",
    "EXPIRED",
    "TERMINATED",
    "DISPUTED",
  ],
  relations: ["client", "broker", "market"],
  moves: {
    accept: {
      from: ["OFFERED"],
      to: "ACCEPTED",
      by: ["broker"],
      conditions: ["broker-public", "real-name", "term-ahead", "conflict-declared"],
    },
    decline: { from: ["OFFERED"], to: "DECLINED", by: ["broker"], needsNote: true },
    withdraw: { from: ["OFFERED", "ACCEPTED"], to: "WITHDRAWN", by: ["client"] },
    activate: {
      from: ["ACCEPTED"],
      to: "ACTIVE",
      by: ["market"],
      conditions: ["all-consented"],
    },
    noteContract: {
      from: ["ACTIVE"],
      to: "CONTRACT_MADE",
      by: ["market"],
      conditions: ["main-contract"],
    },
    claimFee: {
      from: ["CONTRACT_MADE"],
      to: "FEE_DUE",
      by: ["broker"],
      conditions: ["main-contract", "fee-known"],
    },
    confirmPaid: {
      from: ["FEE_DUE"],
      to: "PAID",
      by: ["broker"],
      conditions: ["received-on"],
    },
    concludeFree: {
      from: ["CONTRACT_MADE"],
      to: "PAID",
      by: ["market"],
      conditions: ["no-fee-agreed"],
    },
    dispute: {
      from: ["ACTIVE", "CONTRACT_MADE", "FEE_DUE", "EXPIRED"],
      to: "DISPUTED",
      by: ["client", "broker"],
      needsNote: true,
    },
    propose: {
      from: ["DISPUTED"],
      to: "DISPUTED",
      by: ["client", "broker"],
      conditions: ["amount-given"],
    },
    settle: {
      from: ["DISPUTED"],
      to: "FEE_DUE",
      by: ["client", "broker"],
      conditions: ["main-contract", "same-as-proposed", "amount-positive"],
    },
    settleFree: {
      from: ["DISPUTED"],
      to: "TERMINATED",
      by: ["client", "broker"],
      conditions: ["same-as-proposed", "amount-zero"],
    },
    terminate: {
      from: ["ACCEPTED", "ACTIVE"],
      to: "TERMINATED",
      by: ["client", "broker"],
      needsNote: true,
    },
    expire: { from: ["OFFERED", "ACCEPTED", "ACTIVE"], to: "EXPIRED", by: ["market"] },
  },
  clocks: {
    answer: {
      runsIn: ["OFFERED"],
      unit: "WORKDAY",
      parameter: "market.mandate.answer_workdays",
      fires: "expire",
    },
    consent: {
      runsIn: ["ACCEPTED"],
      unit: "WORKDAY",
      parameter: "market.mandate.consent_workdays",
      fires: "expire",
    },
    // At the latest; the agreed end comes first.
    term: {
      runsIn: ["ACTIVE"],
      unit: "MONTH",
      parameter: "market.mandate.longest_months",
      fires: "expire",
    },
    payment: {
      runsIn: ["FEE_DUE"],
      unit: "DAY",
      parameter: "market.mandate.fee_days",
      fires: null,
    },
  },
});

export type MandateState = (typeof mandateProcedure.states)[number];
export type MandateMove = keyof typeof mandateProcedure.moves;
export type MandateRelation = (typeof mandateProcedure.relations)[number];
export type MandateClock = keyof typeof mandateProcedure.clocks;

export const MANDATE_SIDES = ["SUPPLY", "DEMAND", "BOTH"] as const;
export type MandateSide = (typeof MANDATE_SIDES)[number];

/** States of a mandate that still binds or may bind. */
export const RUNNING_STATES: readonly MandateState[] = ["OFFERED", "ACCEPTED", "ACTIVE"];
