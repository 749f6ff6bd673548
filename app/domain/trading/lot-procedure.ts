import { defineProcedure } from "~/domain/shared/procedure/procedure";

/** What a sale must meet, when it is submitted and again when it is announced. */
const SALE_CONDITIONS = [
  "organisation-verified",
  "seller-may-trade",
  "items-own-and-published",
  "items-free",
  "complete",
  "price-sound",
  "deposit-in-range",
  "reserve-sound",
  "periods-long-enough",
  "right-holder-clear",
  "consents-on-file",
  "decision-on-file",
  "auction-licensed",
  "rerun-discount",
] as const;

/**
 * 挂牌: one achievement, or several together, on sale by announced rules. The seller drafts, the
 * market checks and announces; when applications end, nobody, one or several admitted buyers lead to
 * another period, a negotiation or bidding. Instants of the announced rules are due by the jobs
 * "trading.lotDue" and "trading.sweep"; clocks here only remind.
 */
export const lotProcedure = defineProcedure({
  name: "lot",
  version: "1",
  initial: "DRAFT",
  states: [
    "DRAFT",
    "CHECK",
    "CORRECTION",
    "ANNOUNCED",
    "BIDDING",
    "NEGOTIATION",
    "PENDING_CONFIRM",
    "SOLD",
    "CONTRACTED",
    "CLOSED",
    "FAILED",
    "WITHDRAWN",
    "SUSPENDED",
    "DEFAULTED",
    "VOID",
  ],
  relations: ["seller", "checker", "operator", "winner", "market"],
  moves: {
    submit: {
      from: ["DRAFT", "CORRECTION"],
      to: "CHECK",
      by: ["seller"],
      conditions: SALE_CONDITIONS,
    },
    recall: { from: ["CHECK"], to: "DRAFT", by: ["seller"] },
    returnForCorrection: {
      from: ["CHECK"],
      to: "CORRECTION",
      by: ["checker"],
      conditions: ["not-own-organisation"],
      needsNote: true,
    },
    announce: {
      from: ["CHECK"],
      to: "ANNOUNCED",
      by: ["checker"],
      conditions: ["not-own-organisation", ...SALE_CONDITIONS],
    },
    discard: { from: ["DRAFT", "CHECK", "CORRECTION"], to: "WITHDRAWN", by: ["seller"] },
    // Nobody was admitted in time and the announced number of further periods is not used up.
    extend: {
      from: ["ANNOUNCED"],
      to: "ANNOUNCED",
      by: ["market"],
      conditions: ["applications-ended", "extensions-left"],
    },
    failWithoutBuyer: {
      from: ["ANNOUNCED"],
      to: "FAILED",
      by: ["market"],
      conditions: ["applications-ended"],
    },
    negotiate: {
      from: ["ANNOUNCED"],
      to: "NEGOTIATION",
      by: ["market"],
      conditions: ["applications-ended"],
    },
    startBidding: {
      from: ["ANNOUNCED"],
      to: "BIDDING",
      by: ["market"],
      conditions: ["applications-ended"],
    },
    win: { from: ["BIDDING"], to: "PENDING_CONFIRM", by: ["market"] },
    failBidding: { from: ["BIDDING"], to: "FAILED", by: ["market"] },
    confirm: {
      from: ["PENDING_CONFIRM"],
      to: "SOLD",
      by: ["winner"],
      conditions: ["confirm-in-time"],
    },
    defaultUnconfirmed: {
      from: ["PENDING_CONFIRM"],
      to: "DEFAULTED",
      by: ["market"],
      conditions: ["confirm-overdue"],
    },
    defaultUnsigned: {
      from: ["SOLD"],
      to: "DEFAULTED",
      by: ["operator", "market"],
      conditions: ["not-own-organisation", "contract-overdue"],
      needsNote: true,
    },
    // The seller does not keep to the sale, or nobody is at fault: the buyer loses nothing.
    endSale: {
      from: ["SOLD"],
      to: "FAILED",
      by: ["operator"],
      conditions: ["not-own-organisation"],
      needsNote: true,
    },
    contract: { from: ["SOLD", "NEGOTIATION"], to: "CONTRACTED", by: ["market"] },
    // Signed, and not paid: an operator has looked at the contract and at what was paid.
    defaultUnpaid: {
      from: ["CONTRACTED"],
      to: "DEFAULTED",
      by: ["operator"],
      conditions: ["not-own-organisation"],
      needsNote: true,
    },
    close: {
      from: ["CONTRACTED"],
      to: "CLOSED",
      by: ["operator", "market"],
      conditions: ["not-own-organisation"],
    },
    // No contract follows a training run.
    endTraining: {
      from: ["SOLD", "NEGOTIATION"],
      to: "CLOSED",
      by: ["market"],
      conditions: ["training-run", "contract-overdue"],
    },
    endNegotiation: {
      from: ["NEGOTIATION"],
      to: "FAILED",
      by: ["seller", "operator", "market"],
      conditions: ["seller-or-not-own"],
      needsNote: true,
    },
    negotiateAfterFailure: {
      from: ["FAILED"],
      to: "NEGOTIATION",
      by: ["seller"],
      conditions: ["items-free", "not-rerun"],
    },
    withdraw: {
      from: ["ANNOUNCED", "BIDDING"],
      to: "WITHDRAWN",
      by: ["seller"],
      conditions: ["before-bidding"],
      needsNote: true,
    },
    giveUp: { from: ["FAILED", "DEFAULTED"], to: "WITHDRAWN", by: ["seller"], needsNote: true },
    suspend: {
      from: ["ANNOUNCED", "BIDDING", "NEGOTIATION", "PENDING_CONFIRM", "SOLD"],
      to: "SUSPENDED",
      by: ["operator", "market"],
      conditions: ["not-own-organisation"],
      needsNote: true,
    },
    resumeAnnouncement: {
      from: ["SUSPENDED"],
      to: "ANNOUNCED",
      by: ["operator"],
      conditions: ["not-own-organisation", "came-from-announcement", "new-dates-sound"],
      needsNote: true,
    },
    resumeBidding: {
      from: ["SUSPENDED"],
      to: "BIDDING",
      by: ["operator"],
      conditions: ["not-own-organisation", "came-from-bidding"],
      needsNote: true,
    },
    resumeNegotiation: {
      from: ["SUSPENDED"],
      to: "NEGOTIATION",
      by: ["operator"],
      conditions: ["not-own-organisation", "came-from-negotiation"],
      needsNote: true,
    },
    resumeConfirmation: {
      from: ["SUSPENDED"],
      to: "PENDING_CONFIRM",
      by: ["operator"],
      conditions: ["not-own-organisation", "came-from-confirmation"],
      needsNote: true,
    },
    resumeSale: {
      from: ["SUSPENDED"],
      to: "SOLD",
      by: ["operator"],
      conditions: ["not-own-organisation", "came-from-sale"],
      needsNote: true,
    },
    void: {
      from: ["ANNOUNCED", "BIDDING", "NEGOTIATION", "PENDING_CONFIRM", "SOLD", "SUSPENDED"],
      to: "VOID",
      by: ["operator"],
      conditions: ["not-own-organisation"],
      needsNote: true,
    },
  },
  clocks: {
    check: {
      runsIn: ["CHECK"],
      unit: "WORKDAY",
      parameter: "market.lot.check_workdays",
      fires: null,
    },
  },
});

export type LotState = (typeof lotProcedure.states)[number];
export type LotMove = keyof typeof lotProcedure.moves;
export type LotRelation = (typeof lotProcedure.relations)[number];
export type LotClock = keyof typeof lotProcedure.clocks;
export type LotCondition =
  | "organisation-verified"
  | "seller-may-trade"
  | "items-own-and-published"
  | "items-free"
  | "complete"
  | "price-sound"
  | "deposit-in-range"
  | "reserve-sound"
  | "periods-long-enough"
  | "right-holder-clear"
  | "consents-on-file"
  | "decision-on-file"
  | "auction-licensed"
  | "rerun-discount"
  | "not-own-organisation"
  | "seller-or-not-own"
  | "applications-ended"
  | "extensions-left"
  | "confirm-in-time"
  | "confirm-overdue"
  | "contract-overdue"
  | "training-run"
  | "not-rerun"
  | "before-bidding"
  | "came-from-announcement"
  | "came-from-bidding"
  | "came-from-negotiation"
  | "came-from-confirmation"
  | "came-from-sale"
  | "new-dates-sound";

/** What the public may see; a draft that was thrown away was never public and has no notice. */
export const PUBLIC_LOT_STATES: readonly LotState[] = [
  "ANNOUNCED",
  "BIDDING",
  "NEGOTIATION",
  "PENDING_CONFIRM",
  "SOLD",
  "CONTRACTED",
  "CLOSED",
  "FAILED",
  "WITHDRAWN",
  "SUSPENDED",
  "DEFAULTED",
  "VOID",
];

/** While one lot stands in these, its achievements cannot go into another one. */
export const RUNNING_LOT_STATES: readonly LotState[] = [
  "CHECK",
  "ANNOUNCED",
  "BIDDING",
  "NEGOTIATION",
  "PENDING_CONFIRM",
  "SOLD",
  "SUSPENDED",
];

export const EDITABLE_LOT_STATES: readonly LotState[] = ["DRAFT", "CORRECTION"];

export function isLotState(text: string): text is LotState {
  return lotProcedure.states.some((state) => state === text);
}

export function isEditableLot(state: string): boolean {
  return EDITABLE_LOT_STATES.some((one) => one === state);
}
