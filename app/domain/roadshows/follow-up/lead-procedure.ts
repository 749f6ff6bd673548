import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * A lead that an event left behind: a participant who wanted something of a project, met its people or
 * signed with them. The reply clock runs until somebody of the project has been in touch.
 */
export const leadProcedure = defineProcedure({
  name: "roadshow-lead",
  version: "1",
  initial: "NEW",
  states: ["NEW", "CONTACTED", "ROOM", "DROPPED"],
  relations: ["handler", "market"],
  moves: {
    contact: { from: ["NEW"], to: "CONTACTED", by: ["handler"] },
    openRoom: {
      from: ["NEW", "CONTACTED"],
      to: "ROOM",
      by: ["handler"],
      conditions: ["room-there"],
    },
    /** The market drops a lead whose card was taken back before anybody answered. */
    drop: {
      from: ["NEW", "CONTACTED"],
      to: "DROPPED",
      by: ["handler", "market"],
      conditions: ["reason-coded"],
    },
    /** The participant asked again, or the project thought better of it. */
    reopen: { from: ["DROPPED"], to: "NEW", by: ["handler", "market"] },
  },
  clocks: {
    reply: {
      runsIn: ["NEW"],
      unit: "WORKDAY",
      parameter: "market.roadshow.reply_workdays",
      fires: null,
    },
  },
});

export type LeadState = (typeof leadProcedure.states)[number];
export type LeadMove = keyof typeof leadProcedure.moves;
export type LeadRelation = (typeof leadProcedure.relations)[number];
