import type { MeetingState } from "./meeting-procedure";

export const MEETING_LISTS = ["incoming", "outgoing", "agreed", "past"] as const;
export type MeetingList = (typeof MEETING_LISTS)[number];
export type MeetingCounts = Record<MeetingList, number>;

export type MeetingView = {
  id: string;
  state: MeetingState;
  source: string;
  isOwnRequest: boolean;
  other: { id: string; name: string; title: string; organisationName: string };
  /** The title is null where the reader may not know of a confidential project. */
  project: { number: number; title: string | null } | null;
  message: string;
  declineNote: string;
  minutes: string;
  /** Where and when by the published timetable. */
  slot: { startsAt: string; endsAt: string; placeName: string; seat: number } | null;
  createdAt: string;
};
