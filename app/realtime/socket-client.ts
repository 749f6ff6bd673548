import { io, type Socket } from "socket.io-client";
import type { Hint, IntroductionEvents, IntroductionRequests, NotificationEvents } from "./events";
import { NAMESPACES } from "./events";

type Nothing = Record<string, never>;
export type NotificationSocket = Socket<NotificationEvents, Nothing>;
export type IntroductionSocket = Socket<IntroductionEvents, IntroductionRequests>;
export type { Hint };

// WebSocket only: with several processes long polling would need sticky sessions. Without a
// connection pages work as before.
const options = { transports: ["websocket"], reconnectionDelayMax: 30_000 };

export function openNotificationSocket(): NotificationSocket {
  return io(NAMESPACES.notifications, options);
}

export function openIntroductionSocket(): IntroductionSocket {
  return io(NAMESPACES.introductions, options);
}
