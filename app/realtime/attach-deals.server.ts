import type { Namespace, Server } from "socket.io";
import {
  DEAL_NAMESPACE,
  type DealEvents,
  type DealRequests,
  dealPersonRoom,
  dealRoom,
} from "~/domain/deals/deal-hint-schema";
import { findDealSequence } from "~/domain/deals/deal-message-queries.server";
import { markDealRead } from "~/domain/deals/mark-deal-read.server";
import { isId } from "~/domain/shared/ids";
import { getDb } from "~/platform/db.server";
import { logger } from "~/platform/logger.server";
import { type FindActor, requireSocketUser, socketHeaders } from "./handshake.server";

/** Deal rooms that one page may follow at once. */
const MAX_DEALS = 5;
/** People who come and go together are announced together. */
const PRESENCE_DELAY_MS = 250;

type SocketData = { userId: string; deals?: string[] };
type Nothing = Record<string, never>;
type DealNamespace = Namespace<DealRequests, DealEvents, Nothing, SocketData>;

/**
 * Opens the namespace of deal rooms. A page joins a room after the same check as its loader makes;
 * the messages themselves go to the people who may read them at the moment of sending.
 */
export function attachDeals(io: Server, findActor: FindActor): void {
  const deals: DealNamespace = io.of(DEAL_NAMESPACE);
  const announce = presence(deals);
  deals.use(requireSocketUser(findActor));
  deals.on("connection", (socket) => {
    const joined = new Set<string>();
    socket.on("join", (dealId, answer) => {
      if (typeof answer !== "function") return;
      const join = async () => {
        if (!isId(dealId) || joined.size >= MAX_DEALS) return null;
        const actor = await findActor(socketHeaders(socket));
        if (!actor || (await findDealSequence(dealId, actor, getDb())) === null) return null;
        await socket.join([dealRoom(dealId), dealPersonRoom(dealId, actor.userId)]);
        joined.add(dealId);
        announce(dealId);
        // Read after joining, so that nothing falls between the answer and the first message.
        const sequence = await findDealSequence(dealId, actor, getDb());
        return sequence === null ? null : { sequence };
      };
      join().then(answer, (error: unknown) => {
        logger.warn({ err: error }, "joining a deal room failed");
        answer(null);
      });
    });
    socket.on("leave", (dealId) => {
      if (!joined.delete(dealId)) return;
      void socket.leave(dealRoom(dealId));
      void socket.leave(dealPersonRoom(dealId, socket.data.userId));
      announce(dealId);
    });
    socket.on("read", (dealId, sequence) => {
      const isKnown = joined.has(dealId) && socket.rooms.has(dealRoom(dealId));
      if (!isKnown || !Number.isSafeInteger(sequence) || sequence < 1 || sequence > 1e9) return;
      const { userId } = socket.data;
      markDealRead(dealId, sequence, { userId }, getDb()).then(
        (mark) => {
          if (mark === null) return;
          deals.to(dealRoom(dealId)).emit("read", { dealId, userId, sequence: mark });
        },
        (error: unknown) => logger.warn({ err: error }, "a read mark was lost"),
      );
    });
    socket.on("disconnect", () => {
      for (const dealId of joined) announce(dealId);
    });
  });
}

/** Tells a room who has it open, over all processes, shortly after somebody came or went. */
function presence(deals: DealNamespace): (dealId: string) => void {
  const waiting = new Map<string, NodeJS.Timeout>();
  const tell = async (dealId: string) => {
    const sockets = await deals.in(dealRoom(dealId)).fetchSockets();
    const userIds = [...new Set(sockets.map((socket) => socket.data.userId))].sort();
    deals.to(dealRoom(dealId)).emit("present", { dealId, userIds });
  };
  return (dealId) => {
    if (waiting.has(dealId)) return;
    const timer = setTimeout(() => {
      waiting.delete(dealId);
      tell(dealId).catch((error: unknown) => logger.warn({ err: error }, "presence was lost"));
    }, PRESENCE_DELAY_MS);
    timer.unref();
    waiting.set(dealId, timer);
  };
}
