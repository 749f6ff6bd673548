import type { EntryKind, EntryRole } from "./agenda-view";
import type { Span } from "./plan-problem";

export type Misfit = "KIND" | "EQUIPMENT" | "LANGUAGE" | "CAPACITY";

export interface BoardPerson {
  id: string;
  name: string;
  role: EntryRole;
}

/** An entry in minutes since the midnight before the first day. */
export interface BoardEntry {
  id: string;
  kind: EntryKind;
  /** Project, meeting or item. */
  subject: string;
  title: string;
  isConfidential: boolean;
  placeId: string;
  seat: number;
  start: number;
  end: number;
  isLocked: boolean;
  people: BoardPerson[];
  /** Judges among its people who must have nothing to do with it. */
  recused: string[];
  /** Who of its people has cancelled. */
  gone: string[];
  /** Its project or meeting was called off. */
  isOff: boolean;
  /** On the day: it is over or under way, and nobody can change it any more. */
  hasBegun: boolean;
  position: "FIRST" | "LAST" | "ANY";
  /** By place, what it lacks for this entry; places without an entry fit. */
  misfits: Record<string, Misfit[]>;
}

export interface BoardPlace {
  id: string;
  name: string;
  kind: string;
  zone: string;
  count: number;
  /** Minutes kept free after every use but an item of the programme. */
  setup: number;
  open: Span[];
  /** Closed on the day from this minute on. */
  closedFrom: number | null;
}

/** A version of a timetable as the organiser's grid shows it and the rules of conflicts read it. */
export interface Board {
  firstDay: string;
  places: BoardPlace[];
  entries: BoardEntry[];
  /** When people cannot be there, by participant. */
  absent: Record<string, Span[]>;
  walkMinutes: number;
  judgesPerPitch: number;
}

/** Something that has no place in the version. */
export interface Unplaced {
  kind: EntryKind;
  subject: string;
  title: string;
  minutes: number;
}
