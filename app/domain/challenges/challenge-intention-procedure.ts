import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * 揭榜意向书: written and changed until the deadline, screened afterwards; the market selects and
 * releases it when the challenge itself moves. A new version replaces a submitted one in one step, so
 * that nobody is without a submission when the deadline comes.
 */
export const challengeIntentionProcedure = defineProcedure({
  name: "challenge-intention",
  version: "1",
  initial: "DRAFT",
  states: [
    "DRAFT",
    "SUBMITTED",
    "ELIGIBLE",
    "INELIGIBLE",
    "SELECTED",
    "RESERVE",
    "NOT_SELECTED",
    "WITHDRAWN",
  ],
  relations: ["taker", "poster", "office", "operator", "market"],
  moves: {
    submit: {
      from: ["DRAFT"],
      to: "SUBMITTED",
      by: ["taker"],
      conditions: [
        "open",
        "agreement",
        "not-poster",
        "complete",
        "declared",
        "real-name",
        "may-trade",
      ],
    },
    replace: {
      from: ["SUBMITTED"],
      to: "SUBMITTED",
      by: ["taker"],
      conditions: [
        "open",
        "agreement",
        "not-poster",
        "complete",
        "declared",
        "real-name",
        "may-trade",
      ],
    },
    withdraw: {
      from: ["DRAFT", "SUBMITTED"],
      to: "WITHDRAWN",
      by: ["taker"],
      conditions: ["open"],
    },
    resume: { from: ["WITHDRAWN"], to: "DRAFT", by: ["taker"], conditions: ["open"] },
    admit: {
      from: ["SUBMITTED"],
      to: "ELIGIBLE",
      by: ["poster", "office"],
      conditions: ["screening", "not-own", "unrelated", "no-shared-people", "may-trade"],
    },
    refuse: {
      from: ["SUBMITTED"],
      to: "INELIGIBLE",
      by: ["poster", "office", "market"],
      conditions: ["screening", "not-own"],
      needsNote: true,
    },
    exclude: {
      from: ["ELIGIBLE"],
      to: "INELIGIBLE",
      by: ["office"],
      conditions: ["appraising", "not-own"],
      needsNote: true,
    },
    reconsider: {
      from: ["INELIGIBLE"],
      to: "SUBMITTED",
      by: ["operator"],
      conditions: ["screening", "not-own", "unrelated"],
      needsNote: true,
    },
    select: { from: ["ELIGIBLE", "RESERVE"], to: "SELECTED", by: ["market"] },
    reserve: { from: ["ELIGIBLE"], to: "RESERVE", by: ["market"] },
    recall: { from: ["SELECTED", "RESERVE"], to: "ELIGIBLE", by: ["market"] },
    release: {
      from: ["SUBMITTED", "ELIGIBLE", "RESERVE", "SELECTED"],
      to: "NOT_SELECTED",
      by: ["market"],
    },
  },
  clocks: {},
});

export type IntentionState = (typeof challengeIntentionProcedure.states)[number];
export type IntentionMove = keyof typeof challengeIntentionProcedure.moves;
export type IntentionRelation = (typeof challengeIntentionProcedure.relations)[number];

/** Note of a refusal that the market itself makes; pages put the reason into words. */
export const REFUSED_AS_RELATED = "RELATED";
