import type { BidAnswer } from "./auction-view";

/** What a bidder was answered, for the other open pages of the same person. */
export type BidAnswerNews = { auctionId: string; userId: string; answer: BidAnswer };

type Listener = (news: BidAnswerNews) => void;

// Vite reloads modules in development; who listens outlives them.
const holder = globalThis as typeof globalThis & { marketBidAnswers?: Set<Listener> };

/** @returns stops listening */
export function onBidAnswer(listener: Listener): () => void {
  holder.marketBidAnswers ??= new Set();
  const listeners = holder.marketBidAnswers;
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellBidAnswer(news: BidAnswerNews): void {
  for (const listener of holder.marketBidAnswers ?? []) listener(news);
}
