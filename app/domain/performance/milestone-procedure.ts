import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * One milestone of a signed contract: the supply side reports it with its papers, the demand side
 * accepts it or sends it back with a reason. A supplement or an early end cancels what is not accepted.
 */
export const milestoneProcedure = defineProcedure({
  name: "milestone",
  version: "1",
  initial: "PLANNED",
  states: ["PLANNED", "SUBMITTED", "ACCEPTED", "CANCELLED"],
  relations: ["supply", "demand", "market"],
  moves: {
    submit: {
      from: ["PLANNED"],
      to: "SUBMITTED",
      by: ["supply"],
      conditions: ["contract-runs", "report-given"],
    },
    takeBack: { from: ["SUBMITTED"], to: "PLANNED", by: ["supply"] },
    accept: {
      from: ["SUBMITTED"],
      to: "ACCEPTED",
      by: ["demand"],
      conditions: ["contract-runs", "same-report"],
    },
    reject: { from: ["SUBMITTED"], to: "PLANNED", by: ["demand"], needsNote: true },
    cancel: { from: ["PLANNED", "SUBMITTED"], to: "CANCELLED", by: ["market"], needsNote: true },
  },
  clocks: {
    acceptance: {
      runsIn: ["SUBMITTED"],
      unit: "WORKDAY",
      parameter: "market.performance.acceptance_workdays",
      fires: null,
    },
  },
});

export type MilestoneState = (typeof milestoneProcedure.states)[number];
export type MilestoneMove = keyof typeof milestoneProcedure.moves;
export type MilestoneRelation = (typeof milestoneProcedure.relations)[number];
