import type { AuctionBoard } from "./auction-view";

/** A run as a line of a list. Amounts are texts of fen. */
export type AuctionRow = {
  auctionId: string;
  lotNumber: number;
  lotTitle: string;
  mode: "ASCENDING" | "ROUNDS" | "DESCENDING" | "AGREE_OR_RAISE";
  isTraining: boolean;
  timeFactor: number;
  status: AuctionBoard["status"];
  startsAt: Date;
  /** End of the phase that runs now. */
  phaseEndsAt: Date | null;
  endedAt: Date | null;
  best: { bidder: number; amountFen: string } | null;
  bidders: number;
  /** The reader's own number; null for operators. */
  yourNumber: number | null;
};

export const AUCTION_FOLDERS = ["running", "over"] as const;
export type AuctionFolder = (typeof AUCTION_FOLDERS)[number];
