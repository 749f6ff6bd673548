import { defineProcedure } from "~/domain/shared/procedure/procedure";

/** A seat for an event: asked, accepted or declined by the person, taken away by the organiser. */
export const roadshowMemberProcedure = defineProcedure({
  name: "roadshow-member",
  version: "1",
  initial: "INVITED",
  states: ["INVITED", "ACCEPTED", "DECLINED", "REMOVED"],
  relations: ["organiser", "self"],
  moves: {
    accept: { from: ["INVITED"], to: "ACCEPTED", by: ["self"], conditions: ["event-on"] },
    decline: {
      from: ["INVITED", "ACCEPTED"],
      to: "DECLINED",
      by: ["self"],
      conditions: ["nothing-scored"],
    },
    remove: {
      from: ["INVITED", "ACCEPTED"],
      to: "REMOVED",
      by: ["organiser"],
      conditions: ["nothing-scored"],
    },
    inviteAgain: {
      from: ["DECLINED", "REMOVED"],
      to: "INVITED",
      by: ["organiser"],
      conditions: ["event-on"],
    },
  },
  clocks: {},
});

export type RoadshowMemberState = (typeof roadshowMemberProcedure.states)[number];
export type RoadshowMemberMove = keyof typeof roadshowMemberProcedure.moves;
export type RoadshowMemberRelation = (typeof roadshowMemberProcedure.relations)[number];
