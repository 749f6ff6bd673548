/**
 * What the server says on sockets. A message is a hint with a sequence number: pages read the truth
 * from their loaders, and work without any socket.
 */
export type Hint = {
  /** Grows with every change of the thing that the room is about. */
  sequence: number;
};

export type NotificationEvents = {
  /** The person's notifications have changed; `sequence` counts all notifications ever made. */
  changed(hint: Hint & { unread: number }): void;
};

export type IntroductionEvents = {
  /** The conversation has changed; `sequence` is the number of its last message. */
  changed(hint: Hint & { introductionId: string }): void;
};

export type IntroductionRequests = {
  /** Asks to be told about one conversation. Null: not allowed or not found. */
  join(introductionId: string, answer: (state: Hint | null) => void): void;
  leave(introductionId: string): void;
};

export const NAMESPACES = {
  notifications: "/notifications",
  introductions: "/introductions",
} as const;

/** Room of everything that one person has open. */
export function personRoom(userId: string): string {
  return `user:${userId}`;
}

/** Room of one conversation. */
export function introductionRoom(introductionId: string): string {
  return `introduction:${introductionId}`;
}
