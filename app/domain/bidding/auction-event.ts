import type { AuctionRules } from "~/domain/trading/auction-rules-schema";

/**
 * What happens in a run of bidding. Times are microseconds since 1970 by the database's clock (safe
 * integers until 2255), amounts are texts of fen, bidders are the numbers under which they are shown.
 * `dueAtMicros` is the instant at which something that time alone does took effect, however late it
 * was written down: every rule counts from it.
 */
export type AuctionEventContent =
  | {
      kind: "SCHEDULED";
      lotNumber: number;
      run: number;
      startsAtMicros: number;
      rules: AuctionRules;
      rulesHash: string;
      bidders: readonly ScheduledBidder[];
    }
  | { kind: "PHASE"; dueAtMicros: number; phase: Phase }
  | {
      kind: "BID";
      bidder: number;
      amountFen: string;
      way: BidWay;
      /** A jump that was asked about and confirmed. */
      isConfirmed?: true;
    }
  | { kind: "SEALED"; bidder: number; commitment: string }
  | { kind: "PROXY_SET"; bidder: number; commitment: string }
  | { kind: "PROXY_DROPPED"; bidder: number }
  | {
      kind: "REFUSED";
      bidder: number;
      request: BidderRequestKind;
      reason: RefusalReason;
      /** Amount of an open bid; of a secret one its commitment. */
      amountFen?: string;
      commitment?: string;
    }
  | { kind: "EXTENDED"; fromMicros: number; toMicros: number }
  | { kind: "FLAGGED"; flag: "ABNORMAL_PRICE"; bidder: number; of: number }
  | { kind: "MATCHED"; bidder: number }
  | { kind: "WAIVED"; bidder: number }
  | { kind: "SUSPENDED"; note: string }
  | { kind: "RESUMED"; note: string; stoodStillMicros: number }
  | { kind: "VOIDED"; note: string }
  /** No more bids. */
  | { kind: "CLOSED"; dueAtMicros: number }
  /** A secret amount that event `of` committed to. */
  | { kind: "OPENED"; of: number; bidder: number; amountFen: string; nonce: string }
  | { kind: "RESERVE_OPENED"; amountFen: string; nonce: string }
  | { kind: "NAMED"; bidders: readonly NamedBidder[]; unrecorded: Readonly<Record<string, number>> }
  | { kind: "RESULT"; result: AuctionResult };

export type AuctionEventKind = AuctionEventContent["kind"];
export type ContentOf<K extends AuctionEventKind> = Extract<AuctionEventContent, { kind: K }>;

export type AuctionEvent = { sequence: number; atMicros: number } & AuctionEventContent;

/** As it is stored and published: each names the hash of the one before. */
export type ChainedEvent = AuctionEvent & { previousHash: string; hash: string };

export type ScheduledBidder = {
  number: number;
  /** sha256 of `identityCommitmentText`; opened by the event NAMED. */
  commitment: string;
  preemptiveRank: number | null;
};

export type NamedBidder = { number: number; name: string; uscc: string; nonce: string };

/** AUTOMATIC: by the engine for a maximum. SEALED: the best of the sealed bids of a turn or part. */
export type BidWay = "OPEN" | "AUTOMATIC" | "SEALED" | "TAKEN" | "LAST_WORD" | "AGREED" | "RAISED";

export type Phase = {
  name: PhaseName;
  startsAtMicros: number;
  endsAtMicros: number;
  /** Round of turns or of asking, or number of price drops. */
  round?: number;
  /** Whose turn it is. */
  bidder?: number;
  /** Turns of the round that follow this one. */
  waiting?: readonly number[];
  /** Price that is asked. */
  priceFen?: string;
};

export type PhaseName =
  | "WAITING" // for the announced start
  | "FREE" // ASCENDING: free period
  | "TIMED" // ASCENDING: cycles
  | "PAUSE" // ROUNDS, AGREE_OR_RAISE
  | "TURN" // ROUNDS
  | "FALLING" // DESCENDING: until somebody takes the price
  | "SEALED" // DESCENDING: sealed bids of the others
  | "LAST_WORD" // DESCENDING: of who took the price
  | "ASKING" // AGREE_OR_RAISE
  | "PREEMPTION"; // after the end

export type BidderRequestKind = "BID" | "SET_PROXY" | "DROP_PROXY" | "MATCH" | "WAIVE";

export const REFUSAL_REASONS = [
  "not_qualified",
  "not_open",
  "suspended",
  "ended",
  "paused",
  "not_your_turn",
  "below_start",
  "not_above_best",
  "not_multiple",
  "own_best",
  "price_changed",
  "no_proxies",
  "proxy_too_low",
  "no_proxy",
  "too_many_secrets",
  "no_right",
  "answered",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export type AuctionResult =
  | { outcome: "WON"; bidder: number; amountFen: string; isPreemptive: boolean }
  | { outcome: "FAILED"; reason: "no_bid" | "below_reserve" }
  | { outcome: "VOID" };
