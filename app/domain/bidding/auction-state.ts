import type { AuctionResult, NamedBidder, Phase, RefusalReason } from "./auction-event";

/** What the events so far add up to; plain JSON, small, and the same wherever it is computed. */
export type AuctionState = {
  sequence: number;
  atMicros: number;
  status: "NEW" | "SCHEDULED" | "OPEN" | "SUSPENDED" | "ENDED" | "VOID";
  bidders: readonly { number: number; preemptiveRank: number | null }[];
  /** Null before the first event and after the result. */
  phase: Phase | null;
  best: Offer | null;
  /** Each bidder's own highest bid. */
  offers: Readonly<Record<string, Offer>>;
  /** Maximums in force, and sealed bids that wait for being opened: numbers of their events. */
  proxies: readonly Committed[];
  sealed: readonly Committed[];
  /** Every commitment that has not been opened, also of refused and replaced amounts. */
  unopened: readonly Committed[];
  /** Answers of holders of a pre-emptive right. */
  answers: readonly { bidder: number; isMatch: boolean }[];
  /** DESCENDING: who took the price. */
  taker: number | null;
  /** Recorded refusals of a bidder in the minute of the latest one. */
  refusals: Readonly<Record<string, { minute: number; count: number }>>;
  extensions: number;
  suspendedAtMicros: number | null;
  result: AuctionResult | null;
};

export type Offer = { bidder: number; amountFen: string; sequence: number };
export type Committed = { bidder: number; sequence: number };

export const NEW_AUCTION: AuctionState = {
  sequence: 0,
  atMicros: 0,
  status: "NEW",
  bidders: [],
  phase: null,
  best: null,
  offers: {},
  proxies: [],
  sealed: [],
  unopened: [],
  answers: [],
  taker: null,
  refusals: {},
  extensions: 0,
  suspendedAtMicros: null,
  result: null,
};

/** What the engine knows and the public does not, until events open it. */
export type Hidden = {
  /** Amounts behind commitments, by number of the event. */
  secrets: Readonly<Record<number, SecretAmount>>;
  /** Only needed, and only there, when the run may close. */
  reserve: SecretAmount | null;
  names: readonly NamedBidder[];
  /** Refusals over the limit, by bidder. */
  unrecorded: Readonly<Record<string, number>>;
};

export const NOTHING_HIDDEN: Hidden = { secrets: {}, reserve: null, names: [], unrecorded: {} };

export type SecretAmount = { amountFen: string; nonce: string };
/** What has become secret with an event and must be kept until an event opens it. */
export type KeptSecret = SecretAmount & { sequence: number; bidder: number; commitment: string };

export type BidderRequest = {
  bidder: number;
  /** Admitted and with a held deposit at this moment. */
  isQualified: boolean;
} & (
  | {
      kind: "BID";
      amountFen: string;
      /** How the amount is kept secret where the phase asks for it. */
      commitment?: string;
      nonce?: string;
      isConfirmed: boolean;
    }
  | { kind: "SET_PROXY"; amountFen: string; commitment: string; nonce?: string }
  | { kind: "DROP_PROXY" | "MATCH" | "WAIVE" }
);
export type BidRequest = Extract<BidderRequest, { kind: "BID" }>;

export type OperatorRequest = { kind: "SUSPEND" | "RESUME" | "VOID"; note: string };

export type AuctionRequest = BidderRequest | OperatorRequest;

/** CONFIRM: nothing was done; the same with `isConfirmed` will be. */
export type Decision =
  | { outcome: "ACCEPTED"; sequence: number }
  /** `sequence` of the event that records it; null over the limit. */
  | { outcome: "REFUSED"; reason: RefusalReason; sequence: number | null }
  | { outcome: "CONFIRM" };
