import type { Namespace, Server, Socket } from "socket.io";
import { isStaffOf } from "~/domain/roadshows/day/day-access.server";
import {
  ROADSHOW_NAMESPACE,
  type RoadshowEvents,
  type RoadshowRequests,
  roadshowRoom,
  roadshowStaffRoom,
  roomOfHint,
  stageRoom,
} from "~/domain/roadshows/day/roadshow-hint-schema";
import { onRoadshowNews } from "~/domain/roadshows/day/roadshow-news.server";
import { findStageRevisions } from "~/domain/roadshows/day/stage-queries.server";
import { findWatcher } from "~/domain/roadshows/day/watcher-queries.server";
import { clock } from "~/domain/shared/clock";
import { isId, newId } from "~/domain/shared/ids";
import { getDb } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { logger } from "~/platform/logger.server";
import { type FindActor, socketHeaders } from "./handshake.server";
import { batchedAnswers, hintPauses } from "./roadshow-batches";
import { perMinute, socketAddress, tokenBucket } from "./socket-limits";

/** Events and stages that one page may follow at once. */
const MAX_TARGETS = 6;
/** A hall full of phones comes behind one address. */
const HALL_FACTOR = 10;
const BEAT_MS = 10_000;
const TIME_BURST = 20;
const TIME_REFILL_MS = 2_000;

// A process has one socket server; an earlier one (a reload in development, a test) hears nothing more.
const holder = globalThis as typeof globalThis & { stopRoadshowNews?: () => void };

type Nothing = Record<string, never>;
type RoadshowNamespace = Namespace<RoadshowRequests, RoadshowEvents>;
type RoadshowSocket = Socket<RoadshowRequests, RoadshowEvents, Nothing, Nothing>;

/**
 * Opens the namespace of roadshows. Watchers need no account; what a stage's room is sent is what its
 * public screen shows. Hints about check-in and interest cards go to the staff's room only.
 */
export function attachRoadshows(io: Server, findActor: FindActor): void {
  const roadshows: RoadshowNamespace = io.of(ROADSHOW_NAMESPACE);
  const mayConnect = perMinute(() => env().RATE_LIMIT * HALL_FACTOR);
  const revisionOf = batchedAnswers((placeIds) => findStageRevisions(getDb(), placeIds));
  const watcherOf = batchedAnswers((keys) => findWatcher(getDb(), keys));
  roadshows.use((socket, next) => {
    const { address, headers } = socket.handshake;
    const isKnown = mayConnect(socketAddress(address, headers, env().TRUST_PROXY));
    next(isKnown ? undefined : new Error("too_many"));
  });
  roadshows.on("connection", (socket: RoadshowSocket) => {
    const joined = new Map<string, string[]>();
    const mayAskTime = tokenBucket(TIME_BURST, TIME_REFILL_MS);
    const leave = (key: string) => {
      for (const room of joined.get(key) ?? []) {
        const isShared = [...joined].some(
          ([other, rooms]) => other !== key && rooms.includes(room),
        );
        if (!isShared) void socket.leave(room);
      }
      joined.delete(key);
    };
    socket.on("join", (target, answer) => {
      if (typeof answer !== "function") return;
      const key = keyOf(target);
      const join = async () => {
        if (!key || joined.has(key) || joined.size >= MAX_TARGETS) return null;
        joined.set(key, []);
        const isPublic = (await watcherOf(key)) === true;
        // A hidden event has no stage yet; whose place this is need not be asked then.
        if (!isPublic && target.placeId) {
          joined.delete(key);
          return null;
        }
        const staff = await staffRooms(socket, target.roadshowId, findActor, !isPublic);
        if (!staff || !joined.has(key)) {
          joined.delete(key);
          return null;
        }
        const rooms = [roadshowRoom(target.roadshowId), ...staff];
        if (target.placeId) rooms.push(stageRoom(target.placeId));
        joined.set(key, rooms);
        await socket.join(rooms);
        // Read after joining, so that nothing falls between the answer and the first message.
        return { revision: target.placeId ? ((await revisionOf(target.placeId)) ?? 0) : 0 };
      };
      join().then(answer, (error: unknown) => {
        logger.warn({ err: error }, "joining an event failed");
        if (key) leave(key);
        answer(null);
      });
    });
    socket.on("leave", (target) => {
      const key = keyOf(target);
      if (key) leave(key);
    });
    socket.on("time", (answer) => {
      if (typeof answer === "function") answer(mayAskTime() ? clock.now().getTime() : null);
    });
  });
  carryNews(roadshows);
}

/** What a page asks for, as one key; null for anything that is no event. */
function keyOf(target: unknown): string | null {
  if (typeof target !== "object" || target === null || !("roadshowId" in target)) return null;
  const placeId = "placeId" in target ? target.placeId : undefined;
  if (!isId(target.roadshowId) || (placeId !== undefined && !isId(placeId))) return null;
  return placeId === undefined ? target.roadshowId : `${target.roadshowId}/${placeId}`;
}

/**
 * The staff's room for who runs the event, none for watchers.
 * @returns null for a page that may not see the event
 */
async function staffRooms(
  socket: RoadshowSocket,
  roadshowId: string,
  findActor: FindActor,
  isHidden: boolean,
): Promise<string[] | null> {
  const actor = socket.handshake.headers.cookie ? await findActor(socketHeaders(socket)) : null;
  if (!actor) return isHidden ? null : [];
  const isStaff = await isStaffOf(getDb(), roadshowId, actor);
  if (isStaff) return [roadshowStaffRoom(roadshowId)];
  return isHidden ? null : [];
}

/** Tells the pages, in every process, what this one has committed, and beats for its own pages. */
function carryNews(roadshows: RoadshowNamespace): void {
  holder.stopRoadshowNews?.();
  const hint = hintPauses((one) => {
    // Marked when it is sent, after all that was gathered for it.
    roadshows.to(roomOfHint(one)).emit("changed", { ...one, mark: newId() });
  });
  const stopNews = onRoadshowNews((news) => {
    if (news.kind === "HINT") hint(news.hint);
    else roadshows.to(stageRoom(news.board.placeId)).emit("stage", news.board);
  });
  const timer = setInterval(() => {
    beat(roadshows).catch((error: unknown) => logger.warn({ err: error }, "a beat was lost"));
  }, BEAT_MS);
  timer.unref();
  holder.stopRoadshowNews = () => {
    clearInterval(timer);
    stopNews();
  };
}

/** Asks once for all stages that somebody watches here. */
async function beat(roadshows: RoadshowNamespace): Promise<void> {
  const watched = [...roadshows.adapter.rooms.keys()]
    .map((room) => /^stage:([^:]+)$/.exec(room)?.[1])
    .filter((id) => isId(id));
  if (watched.length === 0) return;
  for (const [placeId, revision] of await findStageRevisions(getDb(), watched)) {
    roadshows.local.to(stageRoom(placeId)).emit("beat", { placeId, revision });
  }
}
