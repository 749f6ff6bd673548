import type { Namespace, Server, Socket } from "socket.io";
import {
  AUCTION_NAMESPACE,
  type AuctionEvents,
  type AuctionRequests,
  type AuctionStanding,
  auctionPersonRoom,
  auctionRoom,
} from "~/domain/bidding/auction-hint-schema";
import { onAuctionNews } from "~/domain/bidding/auction-news.server";
import { onBidAnswer } from "~/domain/bidding/bid-answer-news.server";
import { databaseTime } from "~/domain/bidding/database-time.server";
import { findStandings, isBidder } from "~/domain/bidding/screen-standing.server";
import { isId } from "~/domain/shared/ids";
import { getDb } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { logger } from "~/platform/logger.server";
import { auctionBatches } from "./auction-batches";
import { type FindActor, socketHeaders } from "./handshake.server";
import { perMinute, socketAddress, tokenBucket } from "./socket-limits";

/** Runs that one page may follow at once. */
const MAX_AUCTIONS = 3;
const BEAT_MS = 10_000;
/** A page measures the time by five questions when it opens, again every half minute and on focus. */
const TIME_BURST = 20;
const TIME_REFILL_MS = 2_000;

// A process has one socket server; an earlier one (a reload in development, a test) hears nothing more.
const holder = globalThis as typeof globalThis & { stopAuctionNews?: () => void };

type Nothing = Record<string, never>;
type AuctionNamespace = Namespace<AuctionRequests, AuctionEvents>;
type AuctionSocket = Socket<AuctionRequests, AuctionEvents, Nothing, Nothing>;

/**
 * Opens the namespace of live bidding. Spectators need no account; what is sent to a run's room is what
 * its public page shows. The answers of a bidder go to a room that only the server puts people into.
 */
export function attachAuctions(io: Server, findActor: FindActor): void {
  const auctions: AuctionNamespace = io.of(AUCTION_NAMESPACE);
  const mayConnect = perMinute(() => env().RATE_LIMIT);
  const standingOf = batchedStandings();
  auctions.use((socket, next) => {
    const { address, headers } = socket.handshake;
    const isKnown = mayConnect(socketAddress(address, headers, env().TRUST_PROXY));
    next(isKnown ? undefined : new Error("too_many"));
  });
  auctions.on("connection", (socket: AuctionSocket) => {
    const joined = new Map<string, string[]>();
    const mayAskTime = tokenBucket(TIME_BURST, TIME_REFILL_MS);
    socket.on("join", (auctionId, answer) => {
      if (typeof answer !== "function") return;
      const join = async (): Promise<AuctionStanding | null> => {
        if (!isId(auctionId) || joined.has(auctionId) || joined.size >= MAX_AUCTIONS) return null;
        const rooms = [auctionRoom(auctionId)];
        joined.set(auctionId, rooms);
        const userId = await bidderBehind(socket, auctionId, findActor);
        if (userId) rooms.push(auctionPersonRoom(auctionId, userId));
        await socket.join(rooms);
        if (!joined.has(auctionId)) {
          for (const room of rooms) void socket.leave(room);
          return null;
        }
        // Read after joining, so that nothing falls between the answer and the first message.
        const sequence = await standingOf(auctionId);
        if (sequence !== undefined) return { auctionId, sequence };
        leave(auctionId);
        return null;
      };
      join().then(answer, (error: unknown) => {
        logger.warn({ err: error }, "joining a live bidding failed");
        leave(auctionId);
        answer(null);
      });
    });
    const leave = (auctionId: string) => {
      for (const room of joined.get(auctionId) ?? []) void socket.leave(room);
      joined.delete(auctionId);
    };
    socket.on("leave", leave);
    socket.on("time", (answer) => {
      if (typeof answer !== "function") return;
      if (!mayAskTime()) return answer(null);
      databaseTime(getDb()).then(answer, () => answer(null));
    });
  });
  carryNews(auctions);
}

/** The person behind the socket's session, if it bids in this run. */
async function bidderBehind(socket: AuctionSocket, auctionId: string, findActor: FindActor) {
  if (!socket.handshake.headers.cookie) return null;
  const actor = await findActor(socketHeaders(socket));
  return actor && (await isBidder(getDb(), auctionId, actor)) ? actor.userId : null;
}

/** Tells the pages, in every process, what this one has committed, and beats for its own pages. */
function carryNews(auctions: AuctionNamespace): void {
  holder.stopAuctionNews?.();
  const send = auctionBatches((news) => {
    auctions.to(auctionRoom(news.auctionId)).emit("news", news);
  });
  const stopNews = onAuctionNews(send);
  const stopAnswers = onBidAnswer(({ auctionId, userId, answer }) => {
    auctions.to(auctionPersonRoom(auctionId, userId)).emit("answered", { auctionId, answer });
  });
  const timer = setInterval(() => {
    beat(auctions).catch((error: unknown) => logger.warn({ err: error }, "a beat was lost"));
  }, BEAT_MS);
  timer.unref();
  holder.stopAuctionNews = () => {
    clearInterval(timer);
    stopNews();
    stopAnswers();
  };
}

/** Asks once for all runs that somebody watches here, not what this process happens to have heard. */
async function beat(auctions: AuctionNamespace): Promise<void> {
  const watched = [...auctions.adapter.rooms.keys()]
    .map((room) => /^auction:([^:]+)$/.exec(room)?.[1])
    .filter((id) => isId(id));
  if (watched.length === 0) return;
  for (const [auctionId, sequence] of await findStandings(getDb(), watched)) {
    auctions.local.to(auctionRoom(auctionId)).emit("beat", { auctionId, sequence });
  }
}

/** Pages that come together are answered by one query, which begins after they have joined. */
function batchedStandings(): (auctionId: string) => Promise<number | undefined> {
  let batch: { ids: Set<string>; found: Promise<Map<string, number>> } | null = null;
  return async (auctionId) => {
    if (!batch) {
      const ids = new Set<string>();
      const found = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        batch = null;
        return findStandings(getDb(), [...ids]);
      });
      batch = { ids, found };
    }
    batch.ids.add(auctionId);
    return (await batch.found).get(auctionId);
  };
}
