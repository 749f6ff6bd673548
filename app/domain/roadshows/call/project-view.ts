import type { AbsenceRow } from "./absence-schema";
import type { ProjectMove } from "./project-procedure";

/** A line of the lists of who pitches. */
export type OwnProjectItem = {
  id: string;
  number: number;
  title: string;
  state: string;
  side: string;
  organisation: string;
  roadshowTitle: string;
  roadshowNumber: number;
  /** What the owner has to do by then, if anything. */
  dueAt: string | null;
};

/** What both sides read of a project. */
export type ProjectContent = {
  id: string;
  number: number;
  state: string;
  side: string;
  revision: number;
  organisation: string;
  title: string;
  summary: string;
  highlights: string;
  fieldCodes: string[];
  fieldNames: string[];
  trl: number | null;
  ipNote: string;
  cooperationWish: string;
  priceWish: string;
  presenterName: string;
  presenterTitle: string;
  presenterUserId: string | null;
  companions: number;
  language: string;
  confidentiality: string;
  noveltyAnswer: string | null;
  noveltyNote: string;
  equipment: string[];
  absences: AbsenceRow[];
  isOnline: boolean;
  /** Public page of the achievement or need. */
  sourceTo: string | null;
};

export type MaterialView = {
  name: string;
  bytes: number;
  at: string | null;
  /** Why the organiser asked for another. */
  note: string;
};

export type TimelineView = {
  id: string;
  move: string;
  at: string;
  actorName: string | null;
  note: string;
};

export type EventOfProject = {
  id: string;
  number: number;
  title: string;
  state: string;
  format: string;
  languages: string[];
  equipment: string[];
  days: string[];
  summaryMax: number;
  companionsMax: number;
  callDueAt: string | null;
  materialsDueAt: string | null;
};

/** Page of who pitches. */
export type ProjectPage = {
  content: ProjectContent;
  event: EventOfProject;
  moves: ProjectMove[];
  /** The form may be saved, and handed in. */
  isWritable: boolean;
  isCallOpen: boolean;
  mayHandInMaterial: boolean;
  /** Somebody else may present it. */
  mayChangePresenter: boolean;
  colleagues: { value: string; label: string }[];
  checkNote: string;
  decisionNote: string;
  confirmDueAt: string | null;
  material: MaterialView | null;
  timeline: TimelineView[];
};

/** A line of the organiser's list. */
export type CallItem = {
  id: string;
  number: number;
  title: string;
  state: string;
  side: string;
  organisation: string;
  fieldNames: string[];
  confidentiality: string;
  scoreHundredths: number | null;
  rank: number | null;
  reviews: number;
  confirmDueAt: string | null;
  hasMaterial: boolean;
};

/** Work that waits for the organiser. */
export type CallWork = { toCheck: number; toDecide: number; toConfirm: number; materials: number };

export type ReviewView = {
  memberId: string;
  name: string;
  totalHundredths: number;
  points: Record<string, number>;
  comment: string;
  isCounted: boolean;
};

export type RecusalView = { memberId: string; name: string; kind: string; reason: string };

/** The organiser's page of one project. */
export type CallProjectPage = {
  content: ProjectContent;
  event: { id: string; number: number; title: string; state: string };
  isOrganiser: boolean;
  moves: ProjectMove[];
  checkNote: string;
  decisionNote: string;
  confirmDueAt: string | null;
  scoreHundredths: number | null;
  rank: number | null;
  criteria: { key: string; label: string; weight: number }[];
  reviews: ReviewView[];
  recusals: RecusalView[];
  /** Reviewers and judges who may still be asked to step back. */
  members: { value: string; label: string }[];
  material: MaterialView | null;
  timeline: TimelineView[];
};

/** A seat of the reader as reviewer or judge, with what waits there. */
export type SeatItem = {
  id: string;
  role: string;
  roadshowTitle: string;
  roadshowNumber: number;
  roadshowState: string;
  startsOn: string | null;
  waiting: number;
  total: number;
};

export type SeatProject = {
  id: string;
  number: number;
  title: string;
  side: string;
  organisation: string;
  state: string;
  isRecused: boolean;
  ownHundredths: number | null;
};

export type SeatPage = {
  id: string;
  role: string;
  event: { id: string; number: number; title: string; state: string };
  projects: SeatProject[];
  total: number;
};

export type SheetPage = {
  memberId: string;
  role: string;
  event: { id: string; number: number; title: string; state: string };
  content: ProjectContent | null;
  title: string;
  number: number;
  criteria: { key: string; label: string; weight: number }[];
  isOpen: boolean;
  recusal: { kind: string; reason: string } | null;
  own: { points: Record<string, number>; comment: string; totalHundredths: number } | null;
  /** Sheets of the others; empty until the own one is handed in. */
  others: { name: string; totalHundredths: number; comment: string }[];
};
