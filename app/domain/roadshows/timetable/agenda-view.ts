export type EntryKind = "PITCH" | "MEETING" | "ITEM";
export type EntryRole = "PARTY" | "PRESENTER" | "JUDGE";

export interface AgendaPerson {
  participantId: string;
  name: string;
  organisationName: string;
  role: EntryRole;
}

/** One activity at its place and time, as people read it. */
export interface AgendaEntry {
  id: string;
  kind: EntryKind;
  projectId: string | null;
  meetingId: string | null;
  itemId: string | null;
  /** Of the project or item; of a meeting the names of those who meet. */
  title: string;
  /** Called off since this version was made: a newer one will not have it. */
  isOff: boolean;
  /** Before people who accepted the undertaking only: the public reads no title. */
  isConfidential: boolean;
  /** False for meetings and for items that the organiser keeps to itself. */
  isPublic: boolean;
  placeId: string;
  placeName: string;
  placeKind: string;
  seat: number;
  startsAt: Date;
  endsAt: Date;
  isLocked: boolean;
  people: AgendaPerson[];
}

/** The timetable that is public now, its entries in order of time and place. */
export interface PublishedPlan {
  id: string;
  version: number;
  state: "PROVISIONAL" | "FINAL";
  sequence: number;
  publishedAt: Date;
  entries: AgendaEntry[];
}

/** What one participant has to do where and when, by the public timetable. */
export interface PersonalAgenda {
  participantId: string;
  participantName: string;
  roadshow: { id: string; number: number; title: string; state: string; venue: string };
  plan: { id: string; version: number; state: "PROVISIONAL" | "FINAL" } | null;
  entries: (AgendaEntry & { role: EntryRole })[];
}

/** Which activity an entry is of: the same in every version of a timetable. */
export type ActivityOfEntry = Pick<AgendaEntry, "kind" | "projectId" | "meetingId" | "itemId">;

export const subjectOf = (entry: ActivityOfEntry): string =>
  entry.projectId ?? entry.meetingId ?? entry.itemId ?? "";
