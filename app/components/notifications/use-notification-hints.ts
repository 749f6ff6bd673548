import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { io, type Socket } from "socket.io-client";
import {
  NOTIFICATION_NAMESPACE,
  type NotificationEvents,
} from "~/domain/notifications/notification-hint-schema";
import { reactToHint } from "~/domain/shared/hint-rules";

/**
 * Keeps the count at the bell up to date on every page of a signed-in person. `isSignedIn` false
 * opens nothing.
 */
export function useNotificationHints(isSignedIn: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isSignedIn) return;
    // WebSocket only: with several processes long polling would need sticky sessions.
    const socket: Socket<NotificationEvents> = io(NOTIFICATION_NAMESPACE, {
      transports: ["websocket"],
      reconnectionDelayMax: 30_000,
    });
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
