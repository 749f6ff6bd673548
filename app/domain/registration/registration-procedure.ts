import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * Recognition and registration of a technology contract (技术合同认定登记). A service point looks
 * through a dossier and forwards it; an office accepts, reviews, decides and certifies. CORRECTION is
 * before acceptance, REVIEW_CORRECTION during the review. A reconsideration leads back to what was
 * decided, or into a new review.
 */
export const registrationProcedure = defineProcedure({
  name: "registration",
  version: "1",
  initial: "DRAFT",
  states: [
    ...(["DRAFT", "PRECHECK", "SUBMITTED", "CORRECTION", "NOT_ACCEPTED", "ACCEPTED"] as const),
    ...(["REVIEW", "REVIEW_CORRECTION", "SECOND_REVIEW", "DECISION", "REGISTERED"] as const),
    ...(["REFUSED", "CHANGE_PENDING", "RECONSIDERATION", "CANCELLED", "REVOKED"] as const),
    "WITHDRAWN",
  ],
  relations: ["applicant", "point", "registrar", "first", "second", "chief", "market"],
  moves: {
    submit: {
      from: ["DRAFT"],
      to: "SUBMITTED",
      by: ["applicant"],
      conditions: [
        "real-name",
        "contract-signed",
        "unregistered",
        "complete",
        "committed",
        "routed",
      ],
    },
    sendToPoint: {
      from: ["DRAFT"],
      to: "PRECHECK",
      by: ["applicant"],
      conditions: [
        "real-name",
        "contract-signed",
        "unregistered",
        "complete",
        "committed",
        "routed",
      ],
    },
    forward: {
      from: ["PRECHECK"],
      to: "SUBMITTED",
      by: ["point"],
      conditions: ["unbiased", "unregistered"],
    },
    returnToDraft: {
      from: ["PRECHECK"],
      to: "DRAFT",
      by: ["point"],
      conditions: ["unbiased"],
      needsNote: true,
    },
    askFormalCorrection: {
      from: ["SUBMITTED"],
      to: "CORRECTION",
      by: ["registrar"],
      conditions: ["unbiased", "remarks-written"],
    },
    resubmit: {
      from: ["CORRECTION"],
      to: "SUBMITTED",
      by: ["applicant"],
      conditions: ["remarks-answered", "complete", "routed"],
    },
    refuseAcceptance: {
      from: ["SUBMITTED"],
      to: "NOT_ACCEPTED",
      by: ["registrar"],
      conditions: ["unbiased"],
      needsNote: true,
    },
    accept: {
      from: ["SUBMITTED"],
      to: "ACCEPTED",
      by: ["registrar"],
      conditions: ["unbiased", "unregistered"],
    },
    assign: {
      from: ["ACCEPTED"],
      to: "REVIEW",
      by: ["registrar", "chief"],
      conditions: ["unbiased", "assignee-fit"],
    },
    reassign: {
      from: ["REVIEW"],
      to: "REVIEW",
      by: ["chief"],
      conditions: ["unbiased", "assignee-fit"],
    },
    askCorrection: {
      from: ["REVIEW"],
      to: "REVIEW_CORRECTION",
      by: ["first"],
      conditions: ["unbiased", "remarks-written"],
    },
    answerCorrection: {
      from: ["REVIEW_CORRECTION"],
      to: "REVIEW",
      by: ["applicant"],
      conditions: ["remarks-answered", "complete"],
    },
    finishReview: {
      from: ["REVIEW"],
      to: "DECISION",
      by: ["first"],
      conditions: ["unbiased", "findings-complete", "one-is-enough"],
    },
    callSecond: {
      from: ["REVIEW"],
      to: "SECOND_REVIEW",
      by: ["first"],
      conditions: ["unbiased", "findings-complete", "two-are-needed"],
    },
    assignSecond: {
      from: ["SECOND_REVIEW"],
      to: "SECOND_REVIEW",
      by: ["registrar", "chief"],
      conditions: ["unbiased", "second-fit"],
    },
    concur: {
      from: ["SECOND_REVIEW"],
      to: "DECISION",
      by: ["second"],
      conditions: ["unbiased", "another-person"],
    },
    sendBack: {
      from: ["SECOND_REVIEW"],
      to: "REVIEW",
      by: ["second"],
      conditions: ["unbiased", "another-person"],
      needsNote: true,
    },
    register: {
      from: ["DECISION"],
      to: "REGISTERED",
      by: ["first", "second", "chief"],
      conditions: ["unbiased", "second-heard", "unregistered", "no-ground", "amounts-valid"],
    },
    refuse: {
      from: ["DECISION"],
      to: "REFUSED",
      by: ["first", "second", "chief"],
      conditions: ["unbiased", "second-heard", "grounds-given"],
      needsNote: true,
    },
    applyForChange: {
      from: ["REGISTERED"],
      to: "CHANGE_PENDING",
      by: ["applicant"],
      conditions: ["supplement-signed"],
      needsNote: true,
    },
    applyForCancellation: {
      from: ["REGISTERED"],
      to: "CHANGE_PENDING",
      by: ["applicant"],
      needsNote: true,
    },
    approveChange: {
      from: ["CHANGE_PENDING"],
      to: "REGISTERED",
      by: ["registrar"],
      conditions: ["unbiased", "change-asked", "amounts-valid"],
    },
    declineChange: {
      from: ["CHANGE_PENDING"],
      to: "REGISTERED",
      by: ["registrar"],
      conditions: ["unbiased"],
      needsNote: true,
    },
    recogniseAnew: {
      from: ["REGISTERED"],
      to: "REGISTERED",
      by: ["chief"],
      conditions: ["unbiased", "amounts-valid"],
      needsNote: true,
    },
    cancel: {
      from: ["REGISTERED", "CHANGE_PENDING"],
      to: "CANCELLED",
      by: ["registrar"],
      conditions: ["unbiased"],
      needsNote: true,
    },
    revoke: {
      from: ["REGISTERED", "CHANGE_PENDING"],
      to: "REVOKED",
      by: ["chief"],
      conditions: ["unbiased"],
      needsNote: true,
    },
    object: {
      from: ["REFUSED", "REGISTERED"],
      to: "RECONSIDERATION",
      by: ["applicant"],
      conditions: ["objection-in-time", "unregistered"],
      needsNote: true,
    },
    upholdRefusal: {
      from: ["RECONSIDERATION"],
      to: "REFUSED",
      by: ["chief"],
      conditions: ["unbiased", "not-the-decider", "was-refused"],
      needsNote: true,
    },
    upholdRegistration: {
      from: ["RECONSIDERATION"],
      to: "REGISTERED",
      by: ["chief"],
      conditions: ["unbiased", "not-the-decider", "was-registered"],
      needsNote: true,
    },
    reviewAnew: {
      from: ["RECONSIDERATION"],
      to: "REVIEW",
      by: ["chief"],
      conditions: ["unbiased", "not-the-decider", "assignee-fit"],
      needsNote: true,
    },
    withdraw: {
      from: ["DRAFT", "PRECHECK", "SUBMITTED", "CORRECTION", "REVIEW_CORRECTION"],
      to: "WITHDRAWN",
      by: ["applicant"],
    },
    lapse: { from: ["CORRECTION", "REVIEW_CORRECTION"], to: "WITHDRAWN", by: ["market"] },
  },
  clocks: {
    precheck: {
      runsIn: ["PRECHECK"],
      unit: "WORKDAY",
      parameter: "market.registration.precheck_workdays",
      fires: null,
    },
    acceptance: {
      runsIn: ["SUBMITTED"],
      unit: "WORKDAY",
      parameter: "market.registration.acceptance_workdays",
      fires: null,
    },
    review: {
      runsIn: ["ACCEPTED", "REVIEW", "SECOND_REVIEW", "DECISION"],
      suspendedIn: ["REVIEW_CORRECTION"],
      unit: "DAY",
      parameter: "registration.review_days",
      fires: null,
    },
    correction: {
      runsIn: ["CORRECTION", "REVIEW_CORRECTION"],
      unit: "WORKDAY",
      parameter: "market.registration.correction_workdays",
      fires: "lapse",
    },
    change: {
      runsIn: ["CHANGE_PENDING"],
      unit: "DAY",
      parameter: "registration.review_days",
      fires: null,
    },
    reconsideration: {
      runsIn: ["RECONSIDERATION"],
      unit: "DAY",
      parameter: "market.registration.reconsideration_days",
      fires: null,
    },
  },
});

export type RegistrationState = (typeof registrationProcedure.states)[number];
export type RegistrationMove = keyof typeof registrationProcedure.moves;
export type RegistrationRelation = (typeof registrationProcedure.relations)[number];

/** The applicant may write form and documents. */
export const OPEN_STATES: readonly RegistrationState[] = [
  "DRAFT",
  "CORRECTION",
  "REVIEW_CORRECTION",
];

export function isOpenState(state: string): boolean {
  return OPEN_STATES.some((one) => one === state);
}

export function stateOf(row: { state: string }): RegistrationState {
  const found = registrationProcedure.states.find((one) => one === row.state);
  if (!found) throw new Error(`unknown state ${row.state}`);
  return found;
}
