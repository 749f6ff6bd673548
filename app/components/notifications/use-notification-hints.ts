import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import type { Socket } from "socket.io-client";
import {
  NOTIFICATION_NAMESPACE,
  type NotificationEvents,
} from "~/domain/notifications/notification-hint-schema";
import { reactToHint } from "~/domain/shared/hint-rules";

/**
 * Keeps the count at the bell up to date on every page of a signed-in person. `isSignedIn` false
 * opens and loads nothing.
 */
export function useNotificationHints(isSignedIn: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isSignedIn) return;
    let isGone = false;
    let socket: Socket<NotificationEvents> | undefined;
    const open = async () => {
      const { io } = await import("socket.io-client");
      if (isGone) return;
      // WebSocket only: with several processes long polling would need sticky sessions.
      const opened: Socket<NotificationEvents> = io(NOTIFICATION_NAMESPACE, {
        transports: ["websocket"],
        reconnectionDelayMax: 30_000,
      });
      socket = opened;
      let seen = -1;
      let wasConnected = false;
      opened.on("connect", () => {
        // Hints may have been lost while there was no connection.
        if (wasConnected) revalidate();
        wasConnected = true;
      });
      opened.on("changed", (hint) => {
        if (!reactToHint(seen, hint).isStale) return;
        seen = hint.sequence;
        revalidate();
      });
    };
    // The code could not be fetched: the page works without.
    open().catch(() => {});
    return () => {
      isGone = true;
      socket?.disconnect();
    };
  }, [isSignedIn, revalidate]);
}
