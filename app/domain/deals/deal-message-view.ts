import type { DealRole, DealSide } from "./deal-role-rules";

/** One entry of a room's conversation as pages and sockets carry it. */
export type RoomMessage = {
  id: string;
  sequence: number;
  kind: "TEXT" | "FILE" | "EVENT";
  authorId: string | null;
  authorName: string | null;
  organisationName: string | null;
  /** Side of the author's organisation; null for brokers, advisers and the market. */
  side: DealSide | null;
  body: string;
  file: { id: string; name: string; sizeBytes: number } | null;
  event: { code: string; params: Record<string, string | number>; href: string | null } | null;
  clientKey: string | null;
  createdAt: string;
};

export type RoomReader = { userId: string; name: string; role: DealRole; readSequence: number };

export type RoomConversation = {
  messages: RoomMessage[];
  /** There are older messages than the first one here. */
  hasOlder: boolean;
  /** There are newer messages than the last one here: an older page is shown. */
  hasNewer: boolean;
  readers: RoomReader[];
  canWrite: boolean;
};
