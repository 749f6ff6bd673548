import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * 揭榜挂帅: a need that was looked at by experts is published with its money and measurable targets,
 * takers hand in intentions, unrelated ones are appraised, the proposed takers stand in publicity, work
 * begins. An upheld objection leads back to the appraisal; a list without a taker is relisted or closed.
 */
export const challengeProcedure = defineProcedure({
  name: "challenge",
  version: "1",
  initial: "DRAFT",
  states: [
    "DRAFT",
    "VETTING",
    "CORRECTION",
    "PUBLISHED",
    "SCREENING",
    "APPRAISAL",
    "PUBLICITY",
    "RUNNING",
    "CLOSED",
    "NO_TAKER",
    "WITHDRAWN",
    "TERMINATED",
  ],
  relations: ["poster", "decider", "office", "operator", "market"],
  moves: {
    submit: {
      from: ["DRAFT", "CORRECTION"],
      to: "VETTING",
      by: ["poster"],
      conditions: ["complete", "measurable", "funded", "long-enough", "may-trade"],
    },
    takeBack: { from: ["VETTING"], to: "DRAFT", by: ["poster"] },
    return: {
      from: ["VETTING"],
      to: "CORRECTION",
      by: ["office"],
      conditions: ["not-own"],
      needsNote: true,
    },
    publish: {
      from: ["VETTING"],
      to: "PUBLISHED",
      by: ["office"],
      conditions: [
        "not-own",
        "vetted",
        "complete",
        "measurable",
        "funded",
        "long-enough",
        "may-trade",
      ],
      needsNote: true,
    },
    extend: {
      from: ["PUBLISHED"],
      to: "PUBLISHED",
      by: ["poster"],
      conditions: ["before-deadline", "later-deadline"],
    },
    closeIntentions: {
      from: ["PUBLISHED"],
      to: "SCREENING",
      by: ["market"],
      conditions: ["deadline-passed", "has-intentions"],
    },
    noIntentions: {
      from: ["PUBLISHED"],
      to: "NO_TAKER",
      by: ["market"],
      conditions: ["deadline-passed", "no-intentions"],
    },
    appraise: {
      from: ["SCREENING"],
      to: "APPRAISAL",
      by: ["poster", "office"],
      conditions: ["all-screened", "some-eligible", "enough-experts"],
    },
    noneEligible: {
      from: ["SCREENING"],
      to: "NO_TAKER",
      by: ["decider", "operator"],
      conditions: ["all-screened", "none-eligible"],
    },
    propose: {
      from: ["APPRAISAL"],
      to: "PUBLICITY",
      by: ["decider"],
      conditions: ["appraised", "selection-fits", "ranking-followed"],
    },
    noneFit: {
      from: ["APPRAISAL"],
      to: "NO_TAKER",
      by: ["decider"],
      conditions: ["appraised"],
      needsNote: true,
    },
    uphold: {
      from: ["PUBLICITY"],
      to: "APPRAISAL",
      by: ["office"],
      conditions: ["not-own", "objection-upheld"],
    },
    start: {
      from: ["PUBLICITY"],
      to: "RUNNING",
      by: ["market"],
      conditions: ["period-over", "objections-closed", "none-upheld"],
    },
    seatReserve: {
      from: ["RUNNING"],
      to: "RUNNING",
      by: ["decider", "operator"],
      conditions: ["seat-free"],
    },
    close: {
      from: ["RUNNING", "NO_TAKER"],
      to: "CLOSED",
      by: ["decider"],
      conditions: ["takers-ended"],
      needsNote: true,
    },
    relist: { from: ["NO_TAKER"], to: "CLOSED", by: ["poster"] },
    discard: { from: ["DRAFT", "VETTING", "CORRECTION"], to: "WITHDRAWN", by: ["poster"] },
    withdraw: {
      from: ["PUBLISHED"],
      to: "WITHDRAWN",
      by: ["decider", "operator"],
      needsNote: true,
    },
    terminate: {
      from: ["SCREENING", "APPRAISAL", "PUBLICITY", "RUNNING"],
      to: "TERMINATED",
      by: ["decider", "operator"],
      conditions: ["nothing-delivered"],
      needsNote: true,
    },
  },
  clocks: {
    vetting: {
      runsIn: ["VETTING"],
      unit: "WORKDAY",
      parameter: "market.challenge.vetting_workdays",
      fires: null,
    },
    publicity: {
      runsIn: ["PUBLICITY"],
      unit: "WORKDAY",
      parameter: "market.challenge.publicity_workdays",
      fires: "start",
    },
  },
});

export type ChallengeState = (typeof challengeProcedure.states)[number];
export type ChallengeMove = keyof typeof challengeProcedure.moves;
export type ChallengeRelation = (typeof challengeProcedure.relations)[number];

/** Published once, public for ever; a draft that was thrown away never was. */
export const PUBLIC_CHALLENGE_STATES: readonly ChallengeState[] = [
  "PUBLISHED",
  "SCREENING",
  "APPRAISAL",
  "PUBLICITY",
  "RUNNING",
  "CLOSED",
  "NO_TAKER",
  "WITHDRAWN",
  "TERMINATED",
];
