import type { AuctionRules } from "~/domain/trading/auction-rules-schema";
import type { AuctionEvent, AuctionResult, Phase } from "./auction-event";
import type { AuctionState } from "./auction-state";

/** What everybody sees of a run at one moment: the same for spectators and bidders. */
export type AuctionBoard = {
  auctionId: string;
  /** Number of the last event; events that stay secret until the end count too. */
  sequence: number;
  status: Exclude<AuctionState["status"], "NEW">;
  phase: Phase | null;
  best: { bidder: number; amountFen: string } | null;
  /** Least amount of the next open bid, or the price that is asked; null when none can be made. */
  minimumFen: string | null;
  extensions: number;
  suspendedAtMicros: number | null;
  result: AuctionResult | null;
};

/** Events that are shown as they happen; the rest is in the transcript after the end. */
export const PUBLIC_EVENT_KINDS = [
  "PHASE",
  "BID",
  "EXTENDED",
  "MATCHED",
  "WAIVED",
  "SUSPENDED",
  "RESUMED",
  "VOIDED",
  "CLOSED",
  "RESULT",
] as const;
export type AuctionLine = Extract<AuctionEvent, { kind: (typeof PUBLIC_EVENT_KINDS)[number] }>;

/** What is sent after a commit. A page whose board is not at `previousSequence` has missed something. */
export type AuctionNews = {
  auctionId: string;
  previousSequence: number;
  board: AuctionBoard;
  lines: readonly AuctionLine[];
};

export type AuctionView = {
  auctionId: string;
  lotNumber: number;
  lotTitle: string;
  run: number;
  isTraining: boolean;
  rules: AuctionRules;
  /** The database's clock when this was read. */
  nowMicros: number;
  startsAtMicros: number;
  board: AuctionBoard;
  /** The latest lines, newest first. */
  lines: readonly AuctionLine[];
  /** `name` only after the end; before it nobody but the bidder knows. */
  bidders: readonly { number: number; preemptiveRank: number | null; name: string | null }[];
  you: BidderView | null;
  canOperate: boolean;
  /** The transcript is signed and published. */
  isPublished: boolean;
};

/** What only a bidder sees, of itself. */
export type BidderView = {
  number: number;
  organisationName: string;
  isQualified: boolean;
  /** Holds the best bid. */
  isBest: boolean;
  /** Its maximum in force, or its sealed bid that waits to be opened. */
  proxyFen: string | null;
  sealedFen: string | null;
  can: { bid: boolean; setProxy: boolean; dropProxy: boolean; match: boolean };
};

/** Answer to a bidder's request; the same again to a repeated `clientKey`. */
export type BidAnswer = {
  /** CONFIRM: a large jump; send it again with `isConfirmed`. */
  outcome: "ACCEPTED" | "REFUSED" | "CONFIRM";
  /** Key below `bidding:refusal` and of the namespace `errors` as `bid_<reason>`. */
  reason: string | null;
  sequence: number | null;
  atMicros: number;
  amountFen: string | null;
  /** Least amount that would do now. */
  minimumFen: string | null;
};
