import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * 路演项目: from the form of who pitches over form check, review, decision and confirmation to the stage,
 * and on to what came of it. What came of it is moved by the market alone, from meetings, signings,
 * contracts and registration numbers that it has itself.
 */
export const projectProcedure = defineProcedure({
  name: "roadshow-project",
  version: "1",
  initial: "DRAFT",
  states: [
    "DRAFT",
    "SUBMITTED",
    "RETURNED",
    "FORM_CHECK",
    "SELECTED",
    "RESERVE",
    "REJECTED",
    "CONFIRMED",
    "WAIVED",
    "MATERIALS_OK",
    "PRESENTED",
    "NO_SHOW",
    "WITHDRAWN",
    "MEETINGS",
    "INTENTION",
    "CONTRACT",
    "REGISTERED",
    "DROPPED",
  ],
  relations: ["owner", "organiser", "stage", "market"],
  moves: {
    submit: {
      from: ["DRAFT", "RETURNED"],
      to: "SUBMITTED",
      by: ["owner"],
      conditions: ["call-open", "complete", "within-rules", "novelty-kept", "not-too-many"],
    },
    passForm: {
      from: ["SUBMITTED"],
      to: "FORM_CHECK",
      by: ["organiser"],
      conditions: ["check-open"],
    },
    returnForm: {
      from: ["SUBMITTED"],
      to: "RETURNED",
      by: ["organiser"],
      conditions: ["call-open"],
      needsNote: true,
    },
    select: {
      from: ["FORM_CHECK"],
      to: "SELECTED",
      by: ["organiser"],
      conditions: ["selecting", "reviewed"],
    },
    reserve: {
      from: ["FORM_CHECK"],
      to: "RESERVE",
      by: ["organiser"],
      conditions: ["selecting", "reviewed"],
      needsNote: true,
    },
    reject: {
      from: ["SUBMITTED", "RETURNED", "FORM_CHECK", "RESERVE"],
      to: "REJECTED",
      by: ["organiser"],
      conditions: ["call-over"],
      needsNote: true,
    },
    reconsider: {
      from: ["RESERVE", "REJECTED"],
      to: "FORM_CHECK",
      by: ["organiser"],
      conditions: ["selecting"],
      needsNote: true,
    },
    moveUp: {
      from: ["RESERVE"],
      to: "SELECTED",
      by: ["organiser", "market"],
      conditions: ["event-ahead"],
    },
    confirm: {
      from: ["SELECTED"],
      to: "CONFIRMED",
      by: ["owner"],
      conditions: ["event-ahead", "in-time"],
    },
    decline: { from: ["SELECTED"], to: "WAIVED", by: ["owner"] },
    waive: {
      from: ["SELECTED"],
      to: "WAIVED",
      by: ["market"],
      conditions: ["time-over"],
    },
    acceptMaterial: {
      from: ["CONFIRMED"],
      to: "MATERIALS_OK",
      by: ["organiser"],
      conditions: ["material-there"],
    },
    askAgain: {
      from: ["CONFIRMED", "MATERIALS_OK"],
      to: "CONFIRMED",
      by: ["organiser"],
      conditions: ["material-there"],
      needsNote: true,
    },
    withdraw: {
      from: [
        "DRAFT",
        "SUBMITTED",
        "RETURNED",
        "FORM_CHECK",
        "SELECTED",
        "RESERVE",
        "CONFIRMED",
        "MATERIALS_OK",
      ],
      to: "WITHDRAWN",
      by: ["owner"],
    },
    fallIll: {
      from: ["SELECTED", "CONFIRMED", "MATERIALS_OK"],
      to: "WITHDRAWN",
      by: ["organiser"],
      needsNote: true,
    },
    present: {
      from: ["CONFIRMED", "MATERIALS_OK", "NO_SHOW"],
      to: "PRESENTED",
      by: ["organiser", "stage", "market"],
      conditions: ["event-runs"],
    },
    miss: {
      from: ["CONFIRMED", "MATERIALS_OK"],
      to: "NO_SHOW",
      by: ["organiser", "stage"],
      conditions: ["event-runs"],
      needsNote: true,
    },
    // Who was dropped stays dropped, until the market has a contract of it.
    meet: { from: ["PRESENTED", "NO_SHOW"], to: "MEETINGS", by: ["market"] },
    intend: {
      from: ["PRESENTED", "NO_SHOW", "MEETINGS"],
      to: "INTENTION",
      by: ["market"],
    },
    contract: {
      from: ["PRESENTED", "NO_SHOW", "MEETINGS", "INTENTION", "DROPPED"],
      to: "CONTRACT",
      by: ["market"],
    },
    register: {
      from: ["PRESENTED", "NO_SHOW", "MEETINGS", "INTENTION", "CONTRACT", "DROPPED"],
      to: "REGISTERED",
      by: ["market"],
    },
    drop: {
      from: ["PRESENTED", "NO_SHOW", "MEETINGS", "INTENTION"],
      to: "DROPPED",
      by: ["owner", "organiser", "market"],
      needsNote: true,
    },
  },
  clocks: {},
});

export type ProjectState = (typeof projectProcedure.states)[number];
export type ProjectMove = keyof typeof projectProcedure.moves;
export type ProjectRelation = (typeof projectProcedure.relations)[number];

/** Handed in and not taken back: what the organiser sees. */
export const HANDED_IN_STATES: readonly ProjectState[] = projectProcedure.states.filter(
  (state) => state !== "DRAFT" && state !== "WITHDRAWN",
);

/** States in which a project holds one of the places of the event. */
export const PLACE_HOLDING_STATES: readonly ProjectState[] = [
  "SELECTED",
  "CONFIRMED",
  "MATERIALS_OK",
];

/** States in which the timetable has a place for a project. */
export const PLANNED_STATES: readonly ProjectState[] = ["CONFIRMED", "MATERIALS_OK"];

/** States in which a project is on the programme, or was. */
export const ON_PROGRAMME_STATES: readonly ProjectState[] = [
  "CONFIRMED",
  "MATERIALS_OK",
  "PRESENTED",
  "NO_SHOW",
  "MEETINGS",
  "INTENTION",
  "CONTRACT",
  "REGISTERED",
  "DROPPED",
];

/** What came of a project, the furthest last. */
export const OUTCOMES = ["MEETINGS", "INTENTION", "CONTRACT", "REGISTERED"] as const;
export type Outcome = (typeof OUTCOMES)[number];
