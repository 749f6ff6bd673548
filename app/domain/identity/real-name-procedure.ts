import { defineProcedure } from "~/domain/shared/procedure/procedure";

/** How a person reaches level L2 (document seen) or L3 (checked by an authority). */
export const realNameProcedure = defineProcedure({
  name: "real-name",
  version: "1",
  initial: "SUBMITTED",
  states: ["SUBMITTED", "APPROVED", "RETURNED", "WITHDRAWN"],
  relations: ["applicant", "operator", "market"],
  moves: {
    approve: {
      from: ["SUBMITTED"],
      to: "APPROVED",
      by: ["operator"],
      conditions: ["not-self", "document-attached", "authority"],
    },
    returnForCorrection: {
      from: ["SUBMITTED"],
      to: "RETURNED",
      by: ["operator"],
      conditions: ["not-self"],
      needsNote: true,
    },
    withdraw: { from: ["SUBMITTED"], to: "WITHDRAWN", by: ["applicant", "market"] },
  },
  clocks: {
    review: {
      runsIn: ["SUBMITTED"],
      unit: "WORKDAY",
      parameter: "market.real_name.review_workdays",
      fires: null,
    },
  },
});

export type RealNameState = (typeof realNameProcedure.states)[number];
export type RealNameMove = keyof typeof realNameProcedure.moves;
export type RealNameRelation = (typeof realNameProcedure.relations)[number];
export type RealNameCondition = "not-self" | "document-attached" | "authority";
