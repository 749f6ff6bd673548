import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * A broker's profile: applied for by the person, verified by the talent-pool office of the region,
 * looked at again every year or when the certificate ends. A lapsed profile may be renewed by its
 * owner; one that the office suspended only by the office.
 */
export const brokerProfileProcedure = defineProcedure({
  name: "broker-profile",
  version: "1",
  initial: "DRAFT",
  states: [
    "DRAFT",
    "SUBMITTED",
    "RETURNED",
    "PUBLIC",
    "RECHECK",
    "SUSPENDED",
    "REVOKED",
    "WITHDRAWN",
  ],
  relations: ["self", "office", "market"],
  moves: {
    submit: {
      from: ["DRAFT", "RETURNED", "WITHDRAWN"],
      to: "SUBMITTED",
      by: ["self"],
      conditions: [
        "complete",
        "real-name",
        "publication-consent",
        "agency-member",
        "not-registrar",
      ],
    },
    recall: { from: ["SUBMITTED"], to: "DRAFT", by: ["self"] },
    verify: {
      from: ["SUBMITTED"],
      to: "PUBLIC",
      by: ["office"],
      conditions: ["not-own", "complete", "certificate-valid", "agency-member", "not-registrar"],
    },
    returnForCorrection: {
      from: ["SUBMITTED"],
      to: "RETURNED",
      by: ["office"],
      conditions: ["not-own"],
      needsNote: true,
    },
    recheck: { from: ["PUBLIC"], to: "RECHECK", by: ["self", "office", "market"] },
    renew: {
      from: ["RECHECK", "SUSPENDED"],
      to: "SUBMITTED",
      by: ["self"],
      conditions: [
        "lapsed-only",
        "complete",
        "real-name",
        "publication-consent",
        "agency-member",
        "not-registrar",
        "certificate-valid",
      ],
    },
    confirm: {
      from: ["RECHECK"],
      to: "PUBLIC",
      by: ["office"],
      conditions: ["not-own", "certificate-valid", "agency-member", "not-registrar"],
    },
    lapse: { from: ["RECHECK"], to: "SUSPENDED", by: ["market"] },
    suspend: {
      from: ["PUBLIC", "RECHECK"],
      to: "SUSPENDED",
      by: ["office"],
      conditions: ["not-own"],
      needsNote: true,
    },
    reinstate: {
      from: ["SUSPENDED"],
      to: "PUBLIC",
      by: ["office"],
      conditions: ["not-own", "certificate-valid", "agency-member", "not-registrar"],
      needsNote: true,
    },
    revoke: {
      from: ["PUBLIC", "RECHECK", "SUSPENDED"],
      to: "REVOKED",
      by: ["office"],
      conditions: ["not-own"],
      needsNote: true,
    },
    withdraw: {
      from: ["SUBMITTED", "RETURNED", "PUBLIC", "RECHECK"],
      to: "WITHDRAWN",
      by: ["self"],
    },
  },
  clocks: {
    review: {
      runsIn: ["SUBMITTED"],
      unit: "WORKDAY",
      parameter: "market.broker.review_workdays",
      fires: null,
    },
    // At the latest; the end of the certificate comes first where it is earlier.
    recheck: {
      runsIn: ["PUBLIC"],
      unit: "MONTH",
      parameter: "market.broker.recheck_months",
      fires: "recheck",
    },
    grace: {
      runsIn: ["RECHECK"],
      unit: "MONTH",
      parameter: "market.broker.recheck_grace_months",
      fires: "lapse",
    },
  },
});

export type BrokerProfileState = (typeof brokerProfileProcedure.states)[number];
export type BrokerProfileMove = keyof typeof brokerProfileProcedure.moves;
export type BrokerProfileRelation = (typeof brokerProfileProcedure.relations)[number];
export type BrokerProfileClock = keyof typeof brokerProfileProcedure.clocks;

export function isBrokerProfileState(text: string): text is BrokerProfileState {
  return brokerProfileProcedure.states.some((state) => state === text);
}

/** States in which the public sees the profile: a recheck does not take it away, its end does. */
export const VISIBLE_STATES: readonly BrokerProfileState[] = ["PUBLIC", "RECHECK"];

/** Who one is and what certifies it may be changed only while nobody relies on it. */
export const OPEN_STATES: readonly BrokerProfileState[] = [
  "DRAFT",
  "RETURNED",
  "WITHDRAWN",
  "RECHECK",
  "SUSPENDED",
];
/** How one works may also be changed while the profile is public. */
export const WORK_STATES: readonly BrokerProfileState[] = [...OPEN_STATES, "PUBLIC"];

/** Decisions of the talent-pool office. */
export const BROKER_OFFICE_MOVES = [
  "verify",
  "returnForCorrection",
  "confirm",
  "recheck",
  "suspend",
  "reinstate",
  "revoke",
] as const satisfies readonly BrokerProfileMove[];
export type BrokerOfficeMove = (typeof BROKER_OFFICE_MOVES)[number];
