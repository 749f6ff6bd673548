import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * 招标, modelled on the tendering law and its regulations: office check, issue, sealed bids until the
 * deadline, opening with two of three keys, evaluation by a committee, candidates in public,
 * standstill, award. Fewer bids than the law wants end it unopened. A suspension returns to the state
 * that it came from.
 */
export const tenderProcedure = defineProcedure({
  name: "tender",
  version: "1",
  initial: "DRAFT",
  states: [
    "DRAFT",
    "CHECK",
    "CORRECTION",
    "ISSUED",
    "OPENING",
    "EVALUATION",
    "CANDIDATES",
    "STANDSTILL",
    "AWARDED",
    "CONTRACTED",
    "CLOSED",
    "FAILED",
    "CANCELLED",
    "SUSPENDED",
  ],
  relations: ["buyer", "signer", "operator", "holder", "winner", "market"],
  moves: {
    submit: {
      from: ["DRAFT", "CORRECTION"],
      to: "CHECK",
      by: ["buyer"],
      conditions: ["complete", "weights", "bond-limit", "three-keys", "may-trade"],
    },
    correct: { from: ["CHECK"], to: "CORRECTION", by: ["operator"], needsNote: true },
    issue: {
      from: ["CHECK"],
      to: "ISSUED",
      by: ["operator"],
      conditions: ["complete", "weights", "bond-limit", "three-keys", "long-enough", "may-trade"],
    },
    discard: { from: ["DRAFT", "CORRECTION"], to: "CANCELLED", by: ["buyer"] },
    beginOpening: {
      from: ["ISSUED"],
      to: "OPENING",
      by: ["market"],
      conditions: ["bids-over", "enough-bids"],
    },
    failUnopened: {
      from: ["ISSUED"],
      to: "FAILED",
      by: ["market"],
      conditions: ["bids-over", "too-few-bids"],
    },
    open: {
      from: ["OPENING"],
      to: "EVALUATION",
      by: ["holder"],
      conditions: ["two-holders", "all-readable"],
    },
    concludeOpening: {
      from: ["OPENING"],
      to: "EVALUATION",
      by: ["operator"],
      conditions: ["two-holders", "keyless", "third-heard"],
      needsNote: true,
    },
    publishCandidates: {
      from: ["EVALUATION"],
      to: "CANDIDATES",
      by: ["operator"],
      conditions: ["committee-whole", "scores-in", "prices-explained", "ranked", "competition"],
    },
    reEvaluate: {
      from: ["CANDIDATES", "STANDSTILL"],
      to: "EVALUATION",
      by: ["operator"],
      conditions: ["objection-upheld"],
      needsNote: true,
    },
    beginStandstill: {
      from: ["CANDIDATES"],
      to: "STANDSTILL",
      by: ["market"],
      conditions: ["candidates-over", "objections-closed"],
    },
    award: {
      from: ["STANDSTILL"],
      to: "AWARDED",
      by: ["signer"],
      conditions: [
        "standstill-over",
        "objections-closed",
        "is-candidate",
        "first-or-reasons",
        "winner-may-trade",
        "flags-decided",
      ],
    },
    refuseAward: {
      from: ["AWARDED"],
      to: "STANDSTILL",
      by: ["winner", "operator"],
      needsNote: true,
    },
    /** The buyer will not or cannot sign: the winner keeps bid and bond, nobody is struck. */
    excuseWinner: {
      from: ["AWARDED"],
      to: "STANDSTILL",
      by: ["operator"],
      needsNote: true,
    },
    contract: {
      from: ["AWARDED"],
      to: "CONTRACTED",
      by: ["market"],
      conditions: ["contract-signed"],
    },
    close: { from: ["CONTRACTED"], to: "CLOSED", by: ["market", "operator"] },
    failOpened: {
      from: ["OPENING", "EVALUATION", "CANDIDATES", "STANDSTILL"],
      to: "FAILED",
      by: ["operator"],
      needsNote: true,
    },
    cancel: {
      from: [
        "CHECK",
        "CORRECTION",
        "ISSUED",
        "OPENING",
        "EVALUATION",
        "CANDIDATES",
        "STANDSTILL",
        "SUSPENDED",
      ],
      to: "CANCELLED",
      by: ["operator"],
      needsNote: true,
    },
    suspend: {
      from: ["ISSUED", "OPENING", "EVALUATION", "CANDIDATES", "STANDSTILL"],
      to: "SUSPENDED",
      by: ["operator"],
      needsNote: true,
    },
    resumeIssued: resumed("ISSUED"),
    resumeOpening: resumed("OPENING"),
    resumeEvaluation: resumed("EVALUATION"),
    resumeCandidates: resumed("CANDIDATES"),
    resumeStandstill: resumed("STANDSTILL"),
  },
  clocks: {
    check: {
      runsIn: ["CHECK"],
      unit: "WORKDAY",
      parameter: "market.tender.check_workdays",
      fires: null,
    },
    contract: {
      runsIn: ["AWARDED"],
      unit: "DAY",
      parameter: "market.tender.contract_days",
      fires: null,
    },
  },
});

function resumed<const S extends string>(to: S) {
  return {
    from: ["SUSPENDED"],
    to,
    by: ["operator"],
    conditions: [`was-${to.toLowerCase() as Lowercase<S>}`],
    needsNote: true,
  } as const;
}

export type TenderState = (typeof tenderProcedure.states)[number];
export type TenderMove = keyof typeof tenderProcedure.moves;
export type TenderRelation = (typeof tenderProcedure.relations)[number];
export type TenderClock = keyof typeof tenderProcedure.clocks;

/** Move that leads back from a suspension, by the state that it came from. */
export const RESUMING = {
  ISSUED: "resumeIssued",
  OPENING: "resumeOpening",
  EVALUATION: "resumeEvaluation",
  CANDIDATES: "resumeCandidates",
  STANDSTILL: "resumeStandstill",
} as const satisfies Partial<Record<TenderState, TenderMove>>;

/** States in which the buyer still writes. */
export const DRAFTED: readonly string[] = ["DRAFT", "CORRECTION"];
/** Not yet seen by the public. */
export const BEFORE_ISSUE: readonly string[] = ["DRAFT", "CHECK", "CORRECTION"];
/** Bids have been opened, or never will be. */
export const OPENED: readonly string[] = [
  "EVALUATION",
  "CANDIDATES",
  "STANDSTILL",
  "AWARDED",
  "CONTRACTED",
  "CLOSED",
];

export function isTenderState(text: string): text is TenderState {
  return tenderProcedure.states.some((state) => state === text);
}
