import type { Hint, IntroductionEvents, NotificationEvents } from "./events";
import { introductionRoom, NAMESPACES, personRoom } from "./events";
import { heldServer } from "./server-holder.server";

type Listeners = NotificationEvents & IntroductionEvents;

/**
 * Sends a hint to a room, in every process through the PostgreSQL adapter. Called from jobs, that is
 * after the commit. Without a socket server nothing happens: pages do not depend on hints.
 */
function publishHint<K extends keyof Listeners>(
  namespace: string,
  room: string,
  event: K,
  hint: Hint,
): void {
  heldServer()?.of(namespace).to(room).emit(event, hint);
}

export function publishNotificationHint(
  userId: string,
  hint: Parameters<NotificationEvents["changed"]>[0],
): void {
  publishHint(NAMESPACES.notifications, personRoom(userId), "changed", hint);
}

export function publishIntroductionHint(hint: Parameters<IntroductionEvents["changed"]>[0]): void {
  publishHint(NAMESPACES.introductions, introductionRoom(hint.introductionId), "changed", hint);
}
