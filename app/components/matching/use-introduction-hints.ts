import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { Socket } from "socket.io-client";
import {
  INTRODUCTION_NAMESPACE,
  type IntroductionEvents,
  type IntroductionRequests,
} from "~/domain/matching/introduction-hint-schema";
import { type Hint, reactToHint } from "~/domain/shared/hint-rules";

type IntroductionSocket = Socket<IntroductionEvents, IntroductionRequests>;

/**
 * Keeps an open conversation up to date: when the server hints at something that the page does not
 * show, or a reconnection finds that hints were missed, the page's loaders run again.
 */
export function useIntroductionHints(introductionId: string, sequence: number): void {
  const { revalidate } = useRevalidator();
  const shown = useRef(sequence);
  shown.current = sequence;
  useEffect(() => {
    let isGone = false;
    let socket: IntroductionSocket | undefined;
    const catchUp = (hint: Hint | null) => {
      if (hint && reactToHint(shown.current, hint).isStale) revalidate();
    };
    const open = async () => {
      const { io } = await import("socket.io-client");
      if (isGone) return;
      // WebSocket only: with several processes long polling would need sticky sessions.
      const opened: IntroductionSocket = io(INTRODUCTION_NAMESPACE, {
        transports: ["websocket"],
        reconnectionDelayMax: 30_000,
      });
      socket = opened;
      opened.on("connect", () => opened.emit("join", introductionId, catchUp));
      // A change of state has the same sequence: only what is older than the page is left out.
      opened.on("changed", (hint) => {
        if (hint.introductionId === introductionId && hint.sequence >= shown.current) revalidate();
      });
    };
    // The code could not be fetched: the page works without.
    open().catch(() => {});
    return () => {
      isGone = true;
      socket?.disconnect();
    };
  }, [introductionId, revalidate]);
}
