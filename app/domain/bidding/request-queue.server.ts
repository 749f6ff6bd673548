import type { Db } from "~/platform/db.server";
import { answerRequests, type Submission } from "./answer-requests.server";
import { tellAuctionNews } from "./auction-news.server";
import { armTick } from "./auction-timers.server";
import type { BidAnswer } from "./auction-view";

/** Requests that one transaction answers at most. */
const BATCH = 200;

type Waiting = {
  submission: Submission;
  resolve(answer: BidAnswer | null): void;
  reject(error: unknown): void;
};

const queues = new WeakMap<Db, Map<string, Waiting[]>>();

/**
 * Puts a request to the others of its run that wait in this process. While one transaction is under
 * way the next ones gather, and are then answered together: one commit for all of them. Nobody is
 * answered before that commit.
 * @returns null when nobody for whom the person may bid is a bidder of the run
 */
export function queueRequest(
  db: Db,
  auctionId: string,
  submission: Submission,
): Promise<BidAnswer | null> {
  return new Promise((resolve, reject) => {
    const runs = queues.get(db) ?? new Map<string, Waiting[]>();
    queues.set(db, runs);
    const waiting = runs.get(auctionId) ?? [];
    waiting.push({ submission, resolve, reject });
    if (runs.has(auctionId)) return;
    runs.set(auctionId, waiting);
    void drain(db, auctionId, runs, waiting);
  });
}

async function drain(
  db: Db,
  auctionId: string,
  runs: Map<string, Waiting[]>,
  waiting: Waiting[],
): Promise<void> {
  // Requests of the same turn of the event loop travel together.
  await Promise.resolve();
  while (waiting.length > 0) await carry(db, auctionId, waiting.splice(0, BATCH));
  runs.delete(auctionId);
}

async function carry(db: Db, auctionId: string, batch: readonly Waiting[]): Promise<void> {
  try {
    const submissions = batch.map((one) => one.submission);
    const { answers, news, waitMs } = await answerRequests(db, auctionId, submissions);
    batch.forEach((one, at) => {
      one.resolve(answers[at] ?? null);
    });
    if (news) tellAuctionNews(news);
    armTick(db, auctionId, waitMs);
  } catch (error) {
    // The sender asks again with the same key: what was committed after all is then found.
    for (const one of batch) one.reject(error);
  }
}
