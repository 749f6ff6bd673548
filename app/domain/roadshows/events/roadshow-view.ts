import type { EventFault } from "./event-completeness-rules";
import type { RoadshowMove } from "./roadshow-procedure";

/** Head of the pages of one event. */
export type RoadshowFrame = {
  id: string;
  number: number;
  title: string;
  state: string;
  organiser: string;
  isOrganiser: boolean;
  isOffice: boolean;
  /** Accepted seats. */
  roles: string[];
};

export type RoadshowItem = {
  id: string;
  number: number;
  title: string;
  state: string;
  organiser: string;
  startsOn: string | null;
  endsOn: string | null;
  region: string;
  fields: string[];
  format: string;
  venue: string;
  callDueAt: Date | null;
};

/** A project as the public page of its event lists it. */
export type PublicProject =
  | { number: number; isConfidential: true }
  | {
      number: number;
      isConfidential: false;
      side: string;
      title: string;
      fields: string[];
      /** Null where the listing behind it does not say whose it is. */
      organisation: { id: string; name: string } | null;
      /** Public page of the achievement or need. */
      sourceTo: string | null;
    };

export type RoadshowOverview = {
  frame: RoadshowFrame;
  revision: number;
  startsOn: string | null;
  endsOn: string | null;
  callDueAt: Date | null;
  confirmDueAt: Date | null;
  materialsDueAt: Date | null;
  audienceDueAt: Date | null;
  vettingNote: string;
  cancelNote: string;
  isPublic: boolean;
  plan: { version: number; state: string } | null;
  faults: EventFault[];
  moves: { move: RoadshowMove; needsNote: boolean }[];
  figures: {
    projects: number;
    confirmed: number;
    participants: number;
    meetings: number;
    staff: number;
  };
  timeline: { id: string; move: string; at: Date; actorName: string | null; note: string }[];
  approvalDueAt: Date | null;
};

export type PlaceView = {
  id: string;
  kind: string;
  name: string;
  zone: string;
  count: number;
  capacity: number;
  equipment: string[];
  languages: string[];
  url: string;
  setupMinutes: number;
  openings: { from: string; to: string }[];
  closedFrom: Date | null;
};

export type ProgrammeItemView = {
  id: string;
  kind: string;
  title: string;
  minutes: number;
  placeId: string | null;
  startsAt: string;
  position: string;
  personIds: string[];
  isPublic: boolean;
};
