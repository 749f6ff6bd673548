import type { Db } from "~/platform/db.server";
import { answerRequests } from "./answer-requests.server";
import { tellAuctionNews } from "./auction-news.server";

/**
 * Writes down what time alone has done to a run: its opening, the next turn or price, its end. Nothing
 * depends on when it is called: every request lets time pass first, and what was due counts from its
 * due instant.
 * @throws DomainError "not_found" (404)
 * @returns milliseconds until the next instant, by the database's clock; null when there is none
 */
export async function tickAuction(auctionId: string, db: Db): Promise<number | null> {
  const { news, waitMs } = await answerRequests(db, auctionId, []);
  if (news) tellAuctionNews(news);
  return waitMs;
}
