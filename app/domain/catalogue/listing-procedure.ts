import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * The life of a listing (achievement or need): the owner drafts, the organisation checks, the
 * market's reviewer of the region decides, the public sees it for a limited time, and the owner
 * confirms again, withdraws or closes it.
 */
export const listingProcedure = defineProcedure({
  name: "listing",
  version: "1",
  initial: "DRAFT",
  states: [
    "DRAFT",
    "ORG_CHECK",
    "MARKET_REVIEW",
    "CORRECTION",
    "PUBLISHED",
    "EXPIRED",
    "WITHDRAWN",
    "CLOSED",
  ],
  relations: ["publisher", "checker", "reviewer", "importer", "market"],
  moves: {
    submit: {
      from: ["DRAFT", "CORRECTION"],
      to: "ORG_CHECK",
      by: ["publisher"],
      conditions: [
        "complete",
        "organisation-verified",
        "no-state-secret",
        "disclosure-acknowledged",
      ],
    },
    checkPassed: {
      from: ["ORG_CHECK"],
      to: "MARKET_REVIEW",
      by: ["checker"],
      conditions: ["organisation-verified", "checked-by-another"],
    },
    checkFailed: { from: ["ORG_CHECK"], to: "CORRECTION", by: ["checker"], needsNote: true },
    publish: {
      from: ["MARKET_REVIEW"],
      to: "PUBLISHED",
      by: ["reviewer"],
      conditions: ["complete", "not-own-organisation"],
    },
    returnForCorrection: {
      from: ["MARKET_REVIEW"],
      to: "CORRECTION",
      by: ["reviewer"],
      conditions: ["not-own-organisation"],
      needsNote: true,
    },
    publishImported: { from: ["DRAFT"], to: "PUBLISHED", by: ["importer"] },
    // A new version of what is public; reviewers are told and may take it down.
    publishChange: {
      from: ["PUBLISHED"],
      to: "PUBLISHED",
      by: ["publisher"],
      conditions: ["complete", "no-state-secret", "disclosure-acknowledged"],
      needsNote: true,
    },
    // By the market: through the signed link of a mail; the evidence names the person.
    reconfirm: { from: ["PUBLISHED", "EXPIRED"], to: "PUBLISHED", by: ["publisher", "market"] },
    expire: { from: ["PUBLISHED"], to: "EXPIRED", by: ["market"] },
    recall: { from: ["ORG_CHECK", "MARKET_REVIEW"], to: "DRAFT", by: ["publisher"] },
    withdraw: {
      from: ["DRAFT", "CORRECTION", "PUBLISHED", "EXPIRED"],
      to: "WITHDRAWN",
      by: ["publisher"],
      needsNote: true,
    },
    takeDown: {
      from: ["PUBLISHED"],
      to: "CORRECTION",
      by: ["reviewer"],
      conditions: ["not-own-organisation"],
      needsNote: true,
    },
    close: { from: ["PUBLISHED", "EXPIRED"], to: "CLOSED", by: ["publisher"], needsNote: true },
    reopen: { from: ["WITHDRAWN"], to: "DRAFT", by: ["publisher"] },
  },
  clocks: {
    organisationCheck: {
      runsIn: ["ORG_CHECK"],
      unit: "WORKDAY",
      parameter: "market.listing.organisation_check_workdays",
      fires: null,
    },
    marketReview: {
      runsIn: ["MARKET_REVIEW"],
      unit: "WORKDAY",
      parameter: "market.listing.review_workdays",
      fires: null,
    },
    // Reminds the owner about a month before the listing expires.
    reconfirmNotice: {
      runsIn: ["PUBLISHED"],
      restartsOn: ["reconfirm"],
      unit: "MONTH",
      parameter: "market.listing.reconfirm_notice_months",
      fires: null,
    },
    expiry: {
      runsIn: ["PUBLISHED"],
      restartsOn: ["reconfirm"],
      unit: "MONTH",
      parameter: "market.listing.validity_months",
      fires: "expire",
    },
  },
});

export type ListingState = (typeof listingProcedure.states)[number];
export type ListingMove = keyof typeof listingProcedure.moves;
export type ListingRelation = (typeof listingProcedure.relations)[number];
export type ListingClock = keyof typeof listingProcedure.clocks;
export type ListingCondition =
  | "complete"
  | "organisation-verified"
  | "no-state-secret"
  | "disclosure-acknowledged"
  | "checked-by-another"
  | "not-own-organisation";
