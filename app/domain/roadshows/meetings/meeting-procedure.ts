import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * 一对一对接: one asks, the other answers; where both have wished it the market agrees for them. Whether it
 * took place is written down by the two or by the organiser's people.
 */
export const meetingProcedure = defineProcedure({
  name: "roadshow-meeting",
  version: "1",
  initial: "REQUESTED",
  states: ["REQUESTED", "ACCEPTED", "DECLINED", "WITHDRAWN", "CANCELLED", "HELD", "MISSED"],
  relations: ["asker", "asked", "staff", "market"],
  moves: {
    accept: {
      from: ["REQUESTED"],
      to: "ACCEPTED",
      by: ["asked"],
      conditions: ["event-ahead", "both-registered", "within-quota"],
    },
    agree: {
      from: ["REQUESTED"],
      to: "ACCEPTED",
      by: ["market"],
      conditions: ["both-wish", "both-registered", "within-quota"],
    },
    agreeOnSpot: {
      from: ["REQUESTED"],
      to: "ACCEPTED",
      by: ["market"],
      conditions: ["day-reached"],
    },
    decline: { from: ["REQUESTED"], to: "DECLINED", by: ["asked"] },
    withdraw: { from: ["REQUESTED"], to: "WITHDRAWN", by: ["asker"] },
    cancel: { from: ["ACCEPTED"], to: "CANCELLED", by: ["asker", "asked"] },
    dissolve: {
      from: ["REQUESTED", "ACCEPTED"],
      to: "CANCELLED",
      by: ["staff", "market"],
      needsNote: true,
    },
    hold: {
      from: ["ACCEPTED", "MISSED"],
      to: "HELD",
      by: ["asker", "asked", "staff", "market"],
      conditions: ["day-reached", "no-other"],
    },
    miss: {
      from: ["ACCEPTED"],
      to: "MISSED",
      by: ["asker", "asked", "staff", "market"],
      conditions: ["day-reached"],
    },
  },
  clocks: {},
});

export type MeetingState = (typeof meetingProcedure.states)[number];
export type MeetingMove = keyof typeof meetingProcedure.moves;
export type MeetingRelation = (typeof meetingProcedure.relations)[number];
export type MeetingConditionId =
  | "event-ahead"
  | "both-registered"
  | "within-quota"
  | "both-wish"
  | "day-reached"
  | "no-other";

/** A meeting that is asked for or agreed: two people have one such at an event. */
export const OPEN_MEETINGS: readonly MeetingState[] = ["REQUESTED", "ACCEPTED", "HELD"];
/** Meetings that count against a person's most. */
export const AGREED_MEETINGS: readonly MeetingState[] = ["ACCEPTED", "HELD"];
