import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * One version of a timetable. It begins as an empty draft that is solved or filled with a copy, is changed
 * by hand, published, and superseded by the next one; what was published stays as it was.
 */
export const roadshowPlanProcedure = defineProcedure({
  name: "roadshow-plan",
  version: "1",
  initial: "DRAFT",
  states: ["DRAFT", "SOLVING", "FAILED", "PROVISIONAL", "FINAL", "SUPERSEDED", "DISCARDED"],
  relations: ["organiser", "market"],
  moves: {
    order: { from: ["DRAFT"], to: "SOLVING", by: ["market"], conditions: ["none-solving"] },
    finish: { from: ["SOLVING"], to: "DRAFT", by: ["market"] },
    fail: { from: ["SOLVING"], to: "FAILED", by: ["market"] },
    publishProvisional: {
      from: ["DRAFT"],
      to: "PROVISIONAL",
      by: ["organiser", "market"],
      conditions: ["publishable", "has-entries", "without-conflict"],
    },
    publishFinal: {
      from: ["DRAFT", "PROVISIONAL"],
      to: "FINAL",
      by: ["organiser", "market"],
      conditions: ["publishable", "has-entries", "without-conflict"],
    },
    supersede: { from: ["PROVISIONAL", "FINAL"], to: "SUPERSEDED", by: ["market"] },
    discard: {
      from: ["SOLVING", "FAILED", "DRAFT"],
      to: "DISCARDED",
      by: ["organiser", "market"],
    },
  },
  clocks: {},
});

export type RoadshowPlanState = (typeof roadshowPlanProcedure.states)[number];
export type RoadshowPlanMove = keyof typeof roadshowPlanProcedure.moves;
export type RoadshowPlanRelation = (typeof roadshowPlanProcedure.relations)[number];

/** States of an event in which a timetable is made and published. */
export const PLANNING_STATES = [
  "SELECTION",
  "AGENDA_SET",
  "REGISTRATION",
  "LIVE",
  "MATCHING",
] as const;
