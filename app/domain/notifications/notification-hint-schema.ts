import type { Hint } from "~/domain/shared/hint-rules";

/** Socket namespace of what concerns one person. */
export const NOTIFICATION_NAMESPACE = "/notifications";

export type NotificationEvents = {
  /** The person's notifications have changed; `sequence` counts all notifications ever made. */
  changed(hint: Hint & { unread: number }): void;
};

/** Room of everything that one person has open. */
export function personRoom(userId: string): string {
  return `user:${userId}`;
}
