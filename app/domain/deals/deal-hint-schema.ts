import type { Hint } from "~/domain/shared/hint-rules";
import type { RoomMessage } from "./deal-message-view";

/** Socket namespace of deal rooms. */
export const DEAL_NAMESPACE = "/deals";

export type DealEvents = {
  /** A new entry of the conversation, to people who may read it at the moment of sending. */
  message(news: { dealId: string; message: RoomMessage }): void;
  /** Something in the room has changed; `sequence` is the number of its last message. */
  changed(hint: Hint & { dealId: string }): void;
  /** Who has the room open now. */
  present(state: { dealId: string; userIds: string[] }): void;
  /** Somebody has read up to `sequence`. */
  read(mark: { dealId: string; userId: string; sequence: number }): void;
};

export type DealRequests = {
  /** Asks to be told about one room. Null: not allowed or not found. */
  join(dealId: string, answer: (state: Hint | null) => void): void;
  leave(dealId: string): void;
  /** Says how far the person has read. */
  read(dealId: string, sequence: number): void;
};

/** Everybody who has a room open. */
export function dealRoom(dealId: string): string {
  return `deal:${dealId}`;
}

/** The open pages of one person in one room. */
export function dealPersonRoom(dealId: string, userId: string): string {
  return `deal:${dealId}:${userId}`;
}
