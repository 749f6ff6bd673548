import type { ParticipantState } from "./participant-procedure";

export const LIST_STATES = ["REGISTERED", "WAITING", "CANCELLED"] as const;
export const LIST_ROLES = [
  "PRESENTER",
  "FIRM",
  "INVESTOR",
  "BROKER",
  "AUDIENCE",
  "JUDGE",
  "STAFF",
] as const;
export const LIST_MEETINGS = ["with", "without"] as const;

export type ListFilter = {
  state: (typeof LIST_STATES)[number] | null;
  role: (typeof LIST_ROLES)[number] | null;
  /** With an agreed meeting; or wanting one and having none. */
  meetings: (typeof LIST_MEETINGS)[number] | null;
  q: string;
};

export type ListedParticipant = {
  id: string;
  number: number;
  state: ParticipantState;
  name: string;
  title: string;
  organisationName: string;
  roles: string[];
  phone: string;
  isWalkIn: boolean;
  isOnline: boolean;
  wantsMeetings: boolean;
  /** Agreed or held. */
  meetings: number;
  checkedInAt: string | null;
  createdAt: string;
  /** Works for the event, so that only the project or seat takes it off the list. */
  isNeeded: boolean;
};

export type ParticipantFigures = {
  registered: number;
  waiting: number;
  cancelled: number;
  checkedIn: number;
  /** Of the registered who want meetings. */
  withMeetings: number;
  withoutMeetings: number;
  maxAudience: number | null;
  audience: number;
};
