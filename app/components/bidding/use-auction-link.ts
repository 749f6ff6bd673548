import { useCallback, useEffect, useRef, useState } from "react";
import type { Socket } from "socket.io-client";
import {
  AUCTION_NAMESPACE,
  type AuctionEvents,
  type AuctionRequests,
} from "~/domain/bidding/auction-hint-schema";
import type { AuctionNews } from "~/domain/bidding/auction-view";
import type { AskTime } from "./use-server-clock";

type AuctionSocket = Socket<AuctionEvents, AuctionRequests>;

/** STARTING: before the first connection. */
export type LinkState = "STARTING" | "LIVE" | "LOST";

export type LinkNews = {
  onNews(news: AuctionNews): void;
  /** The run stands at this event; the page may show less. */
  onStanding(sequence: number): void;
  /** Something was answered to the bidder on another of its pages. */
  onAnswered(): void;
};

const TIME_PATIENCE_MS = 4_000;

/** Follows a run on a socket. Without one the page works by its forms and by being read again. */
export function useAuctionLink(
  auctionId: string,
  listener: LinkNews,
): { state: LinkState; askTime: AskTime } {
  const [state, setState] = useState<LinkState>("STARTING");
  const socketRef = useRef<AuctionSocket | null>(null);
  const heard = useRef(listener);
  heard.current = listener;
  useEffect(() => {
    let isGone = false;
    const open = async () => {
      const { io } = await import("socket.io-client");
      if (isGone) return;
      // WebSocket only: with several processes long polling would need sticky sessions.
      const socket: AuctionSocket = io(AUCTION_NAMESPACE, {
        transports: ["websocket"],
        reconnectionDelay: 500,
        reconnectionDelayMax: 10_000,
        randomizationFactor: 0.8,
      });
      socketRef.current = socket;
      socket.on("connect", () => {
        socket.emit("join", auctionId, (standing) => {
          if (isGone || !standing) return;
          setState("LIVE");
          heard.current.onStanding(standing.sequence);
        });
      });
      socket.on("disconnect", () => setState("LOST"));
      socket.on("connect_error", () => setState("LOST"));
      socket.on("news", (news) => {
        if (news.auctionId === auctionId) heard.current.onNews(news);
      });
      socket.on("beat", (standing) => {
        if (standing.auctionId === auctionId) heard.current.onStanding(standing.sequence);
      });
      socket.on("answered", (answered) => {
        if (answered.auctionId === auctionId) heard.current.onAnswered();
      });
    };
    open().catch(() => setState("LOST"));
    return () => {
      isGone = true;
      socketRef.current?.disconnect();
      socketRef.current = null;
    };
  }, [auctionId]);
  const askTime = useCallback<AskTime>(async () => {
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
