import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * A sealed bid. Until the deadline it belongs to its bidder: replaced, confirmed after an amendment,
 * withdrawn. An unconfirmed one counts as withdrawn at the deadline. What cannot be opened is invalid.
 * Two of the candidates stay bound until the contract: the winner and the next in rank.
 */
export const tenderBidProcedure = defineProcedure({
  name: "tender-bid",
  version: "1",
  initial: "SUBMITTED",
  states: [
    "SUBMITTED",
    "UNCONFIRMED",
    "WITHDRAWN",
    "OPENED",
    "INVALID",
    "REJECTED",
    "EVALUATED",
    "AWARDED",
    "NOT_AWARDED",
  ],
  relations: ["bidder", "operator", "market"],
  moves: {
    replace: {
      from: ["SUBMITTED", "UNCONFIRMED", "WITHDRAWN"],
      to: "SUBMITTED",
      by: ["bidder"],
      conditions: ["bids-open"],
    },
    confirm: {
      from: ["UNCONFIRMED"],
      to: "SUBMITTED",
      by: ["bidder"],
      conditions: ["bids-open"],
    },
    withdraw: {
      from: ["SUBMITTED", "UNCONFIRMED"],
      to: "WITHDRAWN",
      by: ["bidder"],
      conditions: ["bids-open"],
    },
    unsettle: { from: ["SUBMITTED"], to: "UNCONFIRMED", by: ["market"] },
    lapse: { from: ["UNCONFIRMED"], to: "WITHDRAWN", by: ["market"] },
    open: { from: ["SUBMITTED"], to: "OPENED", by: ["market"] },
    invalidate: { from: ["SUBMITTED"], to: "INVALID", by: ["market"], needsNote: true },
    askPrice: { from: ["OPENED"], to: "OPENED", by: ["market", "operator"] },
    explainPrice: { from: ["OPENED"], to: "OPENED", by: ["bidder"], needsNote: true },
    acceptPrice: { from: ["OPENED"], to: "OPENED", by: ["operator"], needsNote: true },
    reject: {
      from: ["OPENED", "EVALUATED"],
      to: "REJECTED",
      by: ["operator"],
      conditions: ["being-evaluated"],
      needsNote: true,
    },
    reinstate: {
      from: ["REJECTED", "INVALID"],
      to: "OPENED",
      by: ["operator"],
      conditions: ["evaluated-anew", "upheld"],
      needsNote: true,
    },
    evaluate: { from: ["OPENED"], to: "EVALUATED", by: ["market"] },
    takeBack: { from: ["EVALUATED"], to: "OPENED", by: ["market"] },
    award: { from: ["EVALUATED"], to: "AWARDED", by: ["market"] },
    refuse: { from: ["AWARDED"], to: "REJECTED", by: ["market"], needsNote: true },
    excuse: { from: ["AWARDED"], to: "EVALUATED", by: ["market"], needsNote: true },
    pass: { from: ["OPENED", "EVALUATED"], to: "NOT_AWARDED", by: ["market"] },
  },
  clocks: {},
});

export type TenderBidState = (typeof tenderBidProcedure.states)[number];
export type TenderBidMove = keyof typeof tenderBidProcedure.moves;
export type TenderBidRelation = (typeof tenderBidProcedure.relations)[number];

/** Sealed and not withdrawn. */
export const LIVE_BIDS: readonly string[] = ["SUBMITTED", "UNCONFIRMED"];
/** A bid that takes part: sealed and standing, or opened and not excluded. */
export const STANDING_BIDS: readonly string[] = ["OPENED", "EVALUATED", "AWARDED", "NOT_AWARDED"];
