import type { AuctionNews, BidAnswer } from "./auction-view";

/** Socket namespace of live bidding; open to spectators. */
export const AUCTION_NAMESPACE = "/auctions";

/** Where a run stood when it was asked; a page that shows less has missed something. */
export type AuctionStanding = { auctionId: string; sequence: number };

export type AuctionEvents = {
  /** What happened, to everybody who has the page open. Bursts come as one message. */
  news(news: AuctionNews): void;
  /** Sent now and then, so that a page notices a lost message without waiting for the next bid. */
  beat(standing: AuctionStanding): void;
  /** Answer to a request of the bidder, to the bidder's own pages only. */
  answered(answer: { auctionId: string; answer: BidAnswer }): void;
};

export type AuctionRequests = {
  /** Asks to be told about one run. Null: not found, or too many already. */
  join(auctionId: string, answer: (standing: AuctionStanding | null) => void): void;
  leave(auctionId: string): void;
  /** Time of the database in milliseconds; null when asked too often. */
  time(answer: (now: number | null) => void): void;
};

/** Everybody who watches a run. */
export function auctionRoom(auctionId: string): string {
  return `auction:${auctionId}`;
}

/** The open pages of the person who bids. Nobody can ask to join it: the server decides by the session. */
export function auctionPersonRoom(auctionId: string, userId: string): string {
  return `auction:${auctionId}:${userId}`;
}
