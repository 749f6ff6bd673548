import {
  INTRODUCTION_NAMESPACE,
  type IntroductionEvents,
  introductionRoom,
} from "~/domain/matching/introduction-hint-schema";
import {
  NOTIFICATION_NAMESPACE,
  type NotificationEvents,
  personRoom,
} from "~/domain/notifications/notification-hint-schema";
import type { Hint } from "~/domain/shared/hint-rules";
import { heldServer } from "./server-holder.server";

/**
 * Sends a hint to a room, in every process through the PostgreSQL adapter. Called from jobs, that is
 * after the commit. Without a socket server nothing happens: pages do not depend on hints.
 */
function publishHint(namespace: string, room: string, hint: Hint): void {
  heldServer()?.of(namespace).to(room).emit("changed", hint);
}

export function publishNotificationHint(
  userId: string,
  hint: Parameters<NotificationEvents["changed"]>[0],
): void {
  publishHint(NOTIFICATION_NAMESPACE, personRoom(userId), hint);
}

export function publishIntroductionHint(hint: Parameters<IntroductionEvents["changed"]>[0]): void {
  publishHint(INTRODUCTION_NAMESPACE, introductionRoom(hint.introductionId), hint);
}
