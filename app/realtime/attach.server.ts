import type { Namespace, Server } from "socket.io";
import {
  INTRODUCTION_NAMESPACE,
  type IntroductionEvents,
  type IntroductionRequests,
  introductionRoom,
} from "~/domain/matching/introduction-hint-schema";
import { findIntroductionSequence } from "~/domain/matching/introduction-queries.server";
import {
  NOTIFICATION_NAMESPACE,
  type NotificationEvents,
  personRoom,
} from "~/domain/notifications/notification-hint-schema";
import { isId } from "~/domain/shared/ids";
import { getDb } from "~/platform/db.server";
import { logger } from "~/platform/logger.server";
import { attachAuctions } from "./attach-auctions.server";
import { attachDeals } from "./attach-deals.server";
import { attachRoadshows } from "./attach-roadshows.server";
import {
  type FindActor,
  findSocketActor,
  requireSocketUser,
  socketHeaders,
} from "./handshake.server";
import { holdServer } from "./server-holder.server";

/** Conversations that one page may follow at once. */
const MAX_ROOMS = 20;

type SocketData = { userId: string };
type Nothing = Record<string, never>;

/** Opens the market's namespaces on a socket server; the same in web processes and workers. */
export function attachRealtime(io: Server, findActor: FindActor = findSocketActor): void {
  holdServer(io);
  attachDeals(io, findActor);
  attachAuctions(io, findActor);
  attachRoadshows(io, findActor);

  const notifications: Namespace<Nothing, NotificationEvents, Nothing, SocketData> =
    io.of(NOTIFICATION_NAMESPACE);
  notifications.use(requireSocketUser(findActor));
  notifications.on("connection", (socket) => {
    void socket.join(personRoom(socket.data.userId));
  });

  const introductions: Namespace<IntroductionRequests, IntroductionEvents, Nothing, SocketData> =
    io.of(INTRODUCTION_NAMESPACE);
  introductions.use(requireSocketUser(findActor));
  introductions.on("connection", (socket) => {
    socket.on("join", (introductionId, answer) => {
      if (typeof answer !== "function") return;
      const join = async () => {
        // Joined rooms include the socket's own.
        if (!isId(introductionId) || socket.rooms.size > MAX_ROOMS) return null;
        const actor = await findActor(socketHeaders(socket));
        if (!actor) return null;
        if ((await findIntroductionSequence(introductionId, actor, getDb())) === null) return null;
        await socket.join(introductionRoom(introductionId));
        // Read after joining, so that nothing falls between the answer and the first hint.
        const sequence = await findIntroductionSequence(introductionId, actor, getDb());
        return sequence === null ? null : { sequence };
      };
      join().then(answer, (error: unknown) => {
        logger.warn({ err: error }, "joining a conversation failed");
        answer(null);
      });
    });
    socket.on("leave", (introductionId) => {
      if (isId(introductionId)) void socket.leave(introductionRoom(introductionId));
    });
  });
}
