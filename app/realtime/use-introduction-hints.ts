import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { reactToHint } from "./hint-rules";
import { openIntroductionSocket } from "./socket-client";

/**
 * Keeps an open conversation up to date: when the server hints at something that the page does not
 * show, or a reconnection finds that hints were missed, the page's loaders run again.
 */
export function useIntroductionHints(introductionId: string, sequence: number): void {
  const { revalidate } = useRevalidator();
  const shown = useRef(sequence);
  shown.current = sequence;
  useEffect(() => {
    const socket = openIntroductionSocket();
    const catchUp = (hint: { sequence: number } | null) => {
      if (hint && reactToHint(shown.current, hint).isStale) revalidate();
    };
    socket.on("connect", () => socket.emit("join", introductionId, catchUp));
    // A change of state has the same sequence: what the server announces is read in any case.
    socket.on("changed", (hint) => {
      if (hint.introductionId === introductionId && hint.sequence >= shown.current) revalidate();
    });
    return () => {
      socket.disconnect();
    };
  }, [introductionId, revalidate]);
}
