import { logger } from "~/platform/logger.server";
import type { AuctionNews } from "./auction-view";

type Listener = (news: AuctionNews) => void;

// Vite reloads modules in development; who listens outlives them.
const holder = globalThis as typeof globalThis & { marketAuctionNews?: Set<Listener> };

/**
 * Hears of everything that this process has committed to a run, right after the commit.
 * @returns stops listening
 */
export function onAuctionNews(listener: Listener): () => void {
  holder.marketAuctionNews ??= new Set();
  const listeners = holder.marketAuctionNews;
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Called after the commit; a listener that fails loses its news and nothing else. */
export function tellAuctionNews(news: AuctionNews): void {
  for (const listener of holder.marketAuctionNews ?? []) {
    try {
      listener(news);
    } catch (error) {
      logger.warn({ err: error, auctionId: news.auctionId }, "news of a run were lost");
    }
  }
}
