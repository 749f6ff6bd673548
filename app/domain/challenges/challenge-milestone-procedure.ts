import { defineProcedure } from "~/domain/shared/procedure/procedure";

/** A stage of a taker's work: reported with measured values, accepted or sent back by the poster. */
export const challengeMilestoneProcedure = defineProcedure({
  name: "challenge-milestone",
  version: "1",
  initial: "PLANNED",
  states: ["PLANNED", "REPORTED", "ACCEPTED", "FAILED"],
  relations: ["taker", "poster"],
  moves: {
    report: {
      from: ["PLANNED"],
      to: "REPORTED",
      by: ["taker"],
      conditions: ["taker-runs", "report-given"],
    },
    accept: {
      from: ["REPORTED"],
      to: "ACCEPTED",
      by: ["poster"],
      conditions: ["taker-runs", "same-report"],
    },
    sendBack: {
      from: ["REPORTED"],
      to: "PLANNED",
      by: ["poster"],
      conditions: ["taker-runs"],
      needsNote: true,
    },
    fail: {
      from: ["PLANNED", "REPORTED"],
      to: "FAILED",
      by: ["poster"],
      conditions: ["taker-runs"],
      needsNote: true,
    },
    retry: {
      from: ["FAILED"],
      to: "PLANNED",
      by: ["poster"],
      conditions: ["taker-runs"],
      needsNote: true,
    },
  },
  clocks: {},
});

export type ChallengeMilestoneState = (typeof challengeMilestoneProcedure.states)[number];
export type ChallengeMilestoneMove = keyof typeof challengeMilestoneProcedure.moves;
export type ChallengeMilestoneRelation = (typeof challengeMilestoneProcedure.relations)[number];
