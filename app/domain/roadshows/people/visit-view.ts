import type { MeetingCounts } from "../meetings/meeting-view";
import type { ParticipantState } from "./participant-procedure";

export type VisitEvent = {
  id: string;
  number: number;
  title: string;
  state: string;
  startsOn: string | null;
  endsOn: string | null;
  venue: string;
};

export type VisitItem = {
  id: string;
  state: ParticipantState;
  roles: string[];
  event: VisitEvent;
  incoming: number;
};

export type VisitHead = {
  id: string;
  number: number;
  state: ParticipantState;
  name: string;
  title: string;
  organisationName: string;
  roles: string[];
  event: VisitEvent;
  counts: MeetingCounts;
};

export type Visit = VisitHead & {
  isOnline: boolean;
  wantsMeetings: boolean;
  isListed: boolean;
  meetingsMax: number;
  hasUndertaking: boolean;
  /** Place in the waiting line, from 1; null for who has a place. */
  place: number | null;
  checkInCode: string;
  /** Address of the personal calendar. */
  feedPath: string;
  checkedInAt: string | null;
  address: string;
  directions: string;
  onlineUrl: string;
  contact: string;
  audienceDueAt: string | null;
  hasPlan: boolean;
  isRegistrationOpen: boolean;
  /** What was said at registration may still be changed. */
  mayChange: boolean;
  areMeetingsOpen: boolean;
  /** Works for the event, so that it cannot simply cancel. */
  isNeeded: boolean;
  isOver: boolean;
};
