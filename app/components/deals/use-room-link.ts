import { useRevalidator } from "@remix-run/react";
import { createContext, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { Socket } from "socket.io-client";
import {
  DEAL_NAMESPACE,
  type DealEvents,
  type DealRequests,
} from "~/domain/deals/deal-hint-schema";
import type { RoomMessage } from "~/domain/deals/deal-message-view";

type DealSocket = Socket<DealEvents, DealRequests>;

export type RoomNews =
  | { kind: "message"; message: RoomMessage }
  /** The room stands at `sequence`: after a reconnection, or a change without a message. */
  | { kind: "standing"; sequence: number }
  | { kind: "read"; userId: string; sequence: number };

export type RoomLink = {
  /** Null before the first connection, false while it is lost. */
  isOnline: boolean | null;
  present: readonly string[];
  listen(listener: (news: RoomNews) => void): () => void;
  markRead(sequence: number): void;
};

const SILENT: RoomLink = {
  isOnline: null,
  present: [],
  listen: () => () => undefined,
  markRead: () => undefined,
};

export const RoomLinkContext = createContext<RoomLink>(SILENT);

export function useRoomLink(): RoomLink {
  return useContext(RoomLinkContext);
}

/** Changes close to each other are read from the server once. */
const REVALIDATE_DELAY_MS = 300;

/**
 * The line of an open room: follows it on a socket and reads the page again when something other than
 * talk has changed. Talk itself goes to the listeners. Without a socket the pages work as they are.
 * @param isTalkShown the conversation is on the screen and shows new messages by itself
 */
export function useRoomConnection(dealId: string, isTalkShown: boolean): RoomLink {
  const { revalidate } = useRevalidator();
  const [isOnline, setOnline] = useState<boolean | null>(null);
  const [present, setPresent] = useState<readonly string[]>([]);
  const listeners = useRef(new Set<(news: RoomNews) => void>());
  const socketRef = useRef<DealSocket | null>(null);
  const talk = useRef(isTalkShown);
  talk.current = isTalkShown;
  useEffect(() => {
    let isGone = false;
    let timer: number | undefined;
    let last = 0;
    const tell = (news: RoomNews) => {
      for (const listener of listeners.current) listener(news);
    };
    const readAgain = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(revalidate, REVALIDATE_DELAY_MS);
    };
    const open = async () => {
      const { io } = await import("socket.io-client");
      if (isGone) return;
      // WebSocket only: with several processes long polling would need sticky sessions.
      const socket: DealSocket = io(DEAL_NAMESPACE, {
        transports: ["websocket"],
        reconnectionDelayMax: 30_000,
      });
      socketRef.current = socket;
      socket.on("connect", () => {
        socket.emit("join", dealId, (state) => {
          if (isGone || !state) return;
          setOnline(true);
          if (last > 0 && state.sequence !== last) readAgain();
          last = state.sequence;
          tell({ kind: "standing", sequence: state.sequence });
        });
      });
      socket.on("disconnect", () => setOnline(false));
      socket.on("message", (news) => {
        if (news.dealId !== dealId) return;
        last = Math.max(last, news.message.sequence);
        tell({ kind: "message", message: news.message });
        if (news.message.kind === "EVENT" || !talk.current) readAgain();
      });
      socket.on("changed", (hint) => {
        if (hint.dealId !== dealId) return;
        // A hint that follows a message which is there already says nothing new about talk.
        if (hint.sequence !== last || !talk.current) readAgain();
        else tell({ kind: "standing", sequence: hint.sequence });
        last = Math.max(last, hint.sequence);
      });
      socket.on("present", (state) => {
        if (state.dealId === dealId) setPresent(state.userIds);
      });
      socket.on("read", (mark) => {
        if (mark.dealId === dealId) tell({ kind: "read", ...mark });
      });
    };
    // The code could not be fetched: the page works without.
    open().catch(() => undefined);
    return () => {
      isGone = true;
      window.clearTimeout(timer);
      socketRef.current?.disconnect();
      socketRef.current = null;
    };
  }, [dealId, revalidate]);
  return useMemo(
    () => ({
      isOnline,
      present,
      listen(listener) {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
      markRead(sequence) {
        socketRef.current?.emit("read", dealId, sequence);
      },
    }),
    [dealId, isOnline, present],
  );
}
