import type { DealRole, DealSide, RoomArea } from "./deal-role-rules";

export type DealPerson = {
  userId: string;
  name: string;
  role: DealRole;
  organisationName: string | null;
  invitedBySide: DealSide | null;
  areas: readonly RoomArea[];
  brokerId: string | null;
  /** Null while an invitation is open. */
  joinedAt: string | null;
  hasAcceptedNda: boolean;
  isMe: boolean;
  canRemove: boolean;
  /** The reader's side invited this adviser and decides what is open to them. */
  canSetAreas: boolean;
};

export type PeopleView = {
  people: DealPerson[];
  /** Members of the reader's organisation who could be brought in. */
  colleagues: { id: string; name: string }[];
  canInvite: boolean;
  canLeave: boolean;
  /** Organisation in whose name an administrator who only looks on could join. */
  joinAs: string | null;
};
