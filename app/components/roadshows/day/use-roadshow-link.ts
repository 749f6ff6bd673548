import { useCallback, useEffect, useRef, useState } from "react";
import type { Socket } from "socket.io-client";
import {
  ROADSHOW_NAMESPACE,
  type RoadshowEvents,
  type RoadshowHint,
  type RoadshowRequests,
} from "~/domain/roadshows/day/roadshow-hint-schema";
import type { StageBoard } from "~/domain/roadshows/day/stage-view";

type RoadshowSocket = Socket<RoadshowEvents, RoadshowRequests>;

/** STARTING: before the first connection. */
export type LinkState = "STARTING" | "LIVE" | "LOST";

export type RoadshowNews = {
  onStage?(board: StageBoard): void;
  onHint?(hint: RoadshowHint): void;
  /** The stage stands at this revision; the page may show less. */
  onStanding?(revision: number, placeId: string): void;
};

const TIME_PATIENCE_MS = 4_000;

/** Follows an event, and some of its stages, on one socket. Without one the page reads itself again. */
export function useRoadshowLink(
  roadshowId: string,
  placeIds: readonly string[],
  listener: RoadshowNews,
): { state: LinkState; askTime: () => Promise<number | null> } {
  const [state, setState] = useState<LinkState>("STARTING");
  const socketRef = useRef<RoadshowSocket | null>(null);
  const heard = useRef(listener);
  heard.current = listener;
  const places = placeIds.join(" ");
  useEffect(() => {
    let isGone = false;
    const targets =
      places === ""
        ? [{ roadshowId }]
        : places.split(" ").map((placeId) => ({ roadshowId, placeId }));
    const open = async () => {
      const { io } = await import("socket.io-client");
      if (isGone) return;
      // WebSocket only: with several processes long polling would need sticky sessions.
      const socket: RoadshowSocket = io(ROADSHOW_NAMESPACE, {
        transports: ["websocket"],
        reconnectionDelay: 500,
        reconnectionDelayMax: 10_000,
        randomizationFactor: 0.8,
      });
      socketRef.current = socket;
      socket.on("connect", () => {
        for (const target of targets) {
          socket.emit("join", target, (standing) => {
            if (isGone || !standing) return;
            setState("LIVE");
            if ("placeId" in target) heard.current.onStanding?.(standing.revision, target.placeId);
          });
        }
      });
      socket.on("disconnect", () => setState("LOST"));
      socket.on("connect_error", () => setState("LOST"));
      socket.on("stage", (board) => heard.current.onStage?.(board));
      socket.on("changed", (hint) => heard.current.onHint?.(hint));
      socket.on("beat", ({ revision, placeId }) => heard.current.onStanding?.(revision, placeId));
    };
    open().catch(() => setState("LOST"));
    return () => {
      isGone = true;
      socketRef.current?.disconnect();
      socketRef.current = null;
    };
  }, [roadshowId, places]);
  const askTime = useCallback(async (): Promise<number | null> => {
    const socket = socketRef.current;
    if (!socket?.connected) return null;
    try {
      return await socket.timeout(TIME_PATIENCE_MS).emitWithAck("time");
    } catch {
      return null;
    }
  }, []);
  return { state, askTime };
}
