import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * 路演: an organiser's event from its draft to the last follow-up. The states are those of the field's
 * practice; the office approves before anything is public. Registration of the audience runs beside the
 * call, so that wishes to meet are known when the timetable is made.
 */
export const roadshowProcedure = defineProcedure({
  name: "roadshow",
  version: "1",
  initial: "DRAFT",
  states: [
    "DRAFT",
    "VETTING",
    "APPROVED",
    "CALL_OPEN",
    "CALL_CLOSED",
    "SELECTION",
    "AGENDA_SET",
    "REGISTRATION",
    "LIVE",
    "MATCHING",
    "REPORTED",
    "FOLLOW_UP",
    "CLOSED",
    "CANCELLED",
  ],
  relations: ["organiser", "office", "market"],
  moves: {
    submit: { from: ["DRAFT"], to: "VETTING", by: ["organiser"], conditions: ["complete"] },
    recall: { from: ["VETTING"], to: "DRAFT", by: ["organiser"] },
    approve: {
      from: ["VETTING"],
      to: "APPROVED",
      by: ["office"],
      conditions: ["complete", "not-own"],
    },
    sendBack: {
      from: ["VETTING"],
      to: "DRAFT",
      by: ["office"],
      conditions: ["not-own"],
      needsNote: true,
    },
    openCall: {
      from: ["APPROVED"],
      to: "CALL_OPEN",
      by: ["organiser"],
      conditions: ["call-ahead"],
    },
    closeCall: { from: ["CALL_OPEN"], to: "CALL_CLOSED", by: ["organiser", "market"] },
    reopenCall: {
      from: ["CALL_CLOSED"],
      to: "CALL_OPEN",
      by: ["organiser"],
      conditions: ["call-ahead"],
      needsNote: true,
    },
    startSelection: {
      from: ["CALL_CLOSED"],
      to: "SELECTION",
      by: ["organiser"],
      conditions: ["has-projects"],
    },
    setAgenda: {
      from: ["SELECTION"],
      to: "AGENDA_SET",
      by: ["organiser", "market"],
      conditions: ["plan-public"],
    },
    openRegistration: {
      from: ["AGENDA_SET"],
      to: "REGISTRATION",
      by: ["organiser", "market"],
    },
    goLive: {
      from: ["AGENDA_SET", "REGISTRATION"],
      to: "LIVE",
      by: ["organiser"],
      conditions: ["plan-final", "day-near"],
    },
    startMeetings: { from: ["LIVE"], to: "MATCHING", by: ["organiser"] },
    report: {
      from: ["LIVE", "MATCHING"],
      to: "REPORTED",
      by: ["organiser"],
      conditions: ["all-accounted"],
    },
    followUp: { from: ["REPORTED"], to: "FOLLOW_UP", by: ["organiser", "market"] },
    close: {
      from: ["FOLLOW_UP"],
      to: "CLOSED",
      by: ["organiser", "market"],
      conditions: ["followed-up"],
    },
    cancel: {
      from: [
        "DRAFT",
        "VETTING",
        "APPROVED",
        "CALL_OPEN",
        "CALL_CLOSED",
        "SELECTION",
        "AGENDA_SET",
        "REGISTRATION",
        "LIVE",
      ],
      to: "CANCELLED",
      by: ["organiser", "office"],
      needsNote: true,
    },
  },
  clocks: {
    approval: {
      runsIn: ["VETTING"],
      unit: "WORKDAY",
      parameter: "market.roadshow.approval_workdays",
      fires: null,
    },
  },
});

export type RoadshowState = (typeof roadshowProcedure.states)[number];
export type RoadshowMove = keyof typeof roadshowProcedure.moves;
export type RoadshowRelation = (typeof roadshowProcedure.relations)[number];

/** States in which the public sees the event. */
export const PUBLIC_STATES: readonly RoadshowState[] = [
  "APPROVED",
  "CALL_OPEN",
  "CALL_CLOSED",
  "SELECTION",
  "AGENDA_SET",
  "REGISTRATION",
  "LIVE",
  "MATCHING",
  "REPORTED",
  "FOLLOW_UP",
  "CLOSED",
  "CANCELLED",
];
