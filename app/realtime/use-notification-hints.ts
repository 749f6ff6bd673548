import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { reactToHint } from "./hint-rules";
import { openNotificationSocket } from "./socket-client";

/**
 * Keeps the count at the bell up to date on every page of a signed-in person. `isSignedIn` false
 * opens nothing.
 */
export function useNotificationHints(isSignedIn: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isSignedIn) return;
    const socket = openNotificationSocket();
    let seen = -1;
    let wasConnected = false;
    socket.on("connect", () => {
      // Hints may have been lost while there was no connection.
      if (wasConnected) revalidate();
      wasConnected = true;
    });
    socket.on("changed", (hint) => {
      if (!reactToHint(seen, hint).isStale) return;
      seen = hint.sequence;
      revalidate();
    });
    return () => {
      socket.disconnect();
    };
  }, [isSignedIn, revalidate]);
}
