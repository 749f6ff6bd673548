import type { AuctionRules } from "~/domain/trading/auction-rules-schema";
import type { AuctionEvent, AuctionResult } from "./auction-event";

export type TranscriptEvent = AuctionEvent;

/** One page of the public record of a run. */
export type TranscriptPage = {
  auctionId: string;
  lot: { number: number; title: string };
  rules: AuctionRules;
  result: AuctionResult | null;
  names: readonly { number: number; name: string }[];
  publishedAt: Date;
  head: { sequence: number; hash: string };
  fingerprint: string;
  hasNotice: boolean;
  events: readonly TranscriptEvent[];
  page: number;
  pages: number;
};
