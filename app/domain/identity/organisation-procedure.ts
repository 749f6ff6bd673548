import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * How an organisation becomes and stays verified: its administrators submit the facts with a licence,
 * the reviewer of the region decides, a yearly recheck renews, and the operator may suspend. A change
 * of the facts that were looked at takes the mark away until they are looked at again.
 */
export const organisationProcedure = defineProcedure({
  name: "organisation-verification",
  version: "1",
  initial: "UNVERIFIED",
  states: ["UNVERIFIED", "SUBMITTED", "RETURNED", "VERIFIED", "RECHECK", "SUSPENDED"],
  relations: ["admin", "reviewer", "operator", "market"],
  moves: {
    submit: {
      from: ["UNVERIFIED", "RETURNED"],
      to: "SUBMITTED",
      by: ["admin"],
      conditions: ["facts-complete", "credit-code", "licence-attached"],
    },
    recall: { from: ["SUBMITTED"], to: "UNVERIFIED", by: ["admin"] },
    verify: {
      from: ["SUBMITTED"],
      to: "VERIFIED",
      by: ["reviewer"],
      conditions: ["not-own-organisation", "credit-code", "licence-attached", "authority"],
    },
    returnForCorrection: {
      from: ["SUBMITTED"],
      to: "RETURNED",
      by: ["reviewer"],
      conditions: ["not-own-organisation"],
      needsNote: true,
    },
    reportChange: {
      from: ["VERIFIED", "RECHECK"],
      to: "UNVERIFIED",
      by: ["admin"],
      needsNote: true,
    },
    recheckDue: { from: ["VERIFIED"], to: "RECHECK", by: ["market"] },
    requestRecheck: {
      from: ["RECHECK"],
      to: "RECHECK",
      by: ["admin"],
      conditions: ["licence-attached"],
    },
    confirmRecheck: {
      from: ["RECHECK"],
      to: "VERIFIED",
      by: ["reviewer"],
      conditions: ["not-own-organisation", "licence-attached", "authority"],
    },
    lapse: { from: ["RECHECK"], to: "SUSPENDED", by: ["market"] },
    suspend: {
      from: ["SUBMITTED", "VERIFIED", "RECHECK"],
      to: "SUSPENDED",
      by: ["operator"],
      conditions: ["not-own-organisation"],
      needsNote: true,
    },
    restore: {
      from: ["SUSPENDED"],
      to: "VERIFIED",
      by: ["operator"],
      conditions: ["not-own-organisation", "credit-code", "licence-attached"],
      needsNote: true,
    },
  },
  clocks: {
    review: {
      runsIn: ["SUBMITTED"],
      unit: "WORKDAY",
      parameter: "market.organisation.review_workdays",
      fires: null,
    },
    recheck: {
      runsIn: ["VERIFIED"],
      unit: "MONTH",
      parameter: "market.organisation.recheck_months",
      fires: "recheckDue",
    },
    grace: {
      runsIn: ["RECHECK"],
      restartsOn: ["requestRecheck"],
      // Months: the working-day table may not reach as far as the next year's recheck.
      unit: "MONTH",
      parameter: "market.organisation.recheck_grace_months",
      fires: "lapse",
    },
  },
});

export type OrganisationState = (typeof organisationProcedure.states)[number];
export type OrganisationMove = keyof typeof organisationProcedure.moves;
export type OrganisationRelation = (typeof organisationProcedure.relations)[number];
export type OrganisationClock = keyof typeof organisationProcedure.clocks;
export type OrganisationCondition =
  | "facts-complete"
  | "credit-code"
  | "licence-attached"
  | "not-own-organisation"
  | "authority";

/** States in which the name, code and kind may be edited: nobody is looking at them. */
export const EDITABLE_STATES: readonly OrganisationState[] = ["UNVERIFIED", "RETURNED"];

/** States in which the organisation counts as verified. */
export function isVerifiedState(state: string): boolean {
  return state === "VERIFIED" || state === "RECHECK";
}
