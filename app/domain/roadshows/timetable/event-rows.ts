import type { RoadshowRules } from "../events/roadshow-rules-schema";

interface Absence {
  from: Date;
  to: Date;
}

export interface PlaceRow {
  id: string;
  kind: string;
  name: string;
  zone: string;
  count: number;
  capacity: number;
  equipment: string[];
  languages: string[];
  setupMinutes: number;
  openings: Absence[];
  closedFrom: Date | null;
}

export interface ItemRow {
  id: string;
  title: string;
  minutes: number;
  placeId: string | null;
  startsAt: Date | null;
  position: string;
  personIds: string[];
}

export interface ProjectRow {
  id: string;
  title: string;
  fieldCodes: string[];
  language: string;
  confidentiality: string;
  equipment: string[];
  isOnline: boolean;
  unavailable: Absence[];
  companions: number;
  rank: number | null;
  state: string;
  presenterUserId: string | null;
  createdById: string;
}

export interface PersonRow {
  id: string;
  userId: string | null;
  name: string;
  isOnline: boolean;
  unavailable: Absence[];
  meetingsMax: number;
}

export interface MeetingRow {
  id: string;
  fromId: string;
  toId: string;
  weight: number;
}

/** What of an event its timetable is made from. */
export interface EventRows {
  /** Calendar date of the first day. */
  firstDay: string;
  isOnlineOnly: boolean;
  rules: RoadshowRules;
  places: PlaceRow[];
  items: ItemRow[];
  judgeUserIds: string[];
  projects: ProjectRow[];
  people: PersonRow[];
  meetings: MeetingRow[];
  /** By project: users who have nothing to do with it. */
  recused: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Who of the participants pitches a project. */
export function presenterOf(project: ProjectRow, people: readonly PersonRow[]): PersonRow | null {
  const userId = project.presenterUserId ?? project.createdById;
  return people.find((one) => one.userId === userId) ?? null;
}

/** Judges who may hear a project: accepted, registered, without part in it. */
export function panelOf(rows: EventRows, projectId: string): PersonRow[] {
  const recused = rows.recused.get(projectId);
  const judges = new Set(rows.judgeUserIds.filter((userId) => !recused?.has(userId)));
  return rows.people.filter(({ userId }) => userId !== null && judges.has(userId));
}

/** Why a project cannot be in a place; empty where it can. */
export function misfitsOf(
  project: Pick<ProjectRow, "isOnline" | "equipment" | "language" | "companions">,
  place: Pick<PlaceRow, "kind" | "equipment" | "languages" | "capacity">,
  event: { isOnlineOnly: boolean; judges: number },
): ("KIND" | "EQUIPMENT" | "LANGUAGE" | "CAPACITY")[] {
  const found: ("KIND" | "EQUIPMENT" | "LANGUAGE" | "CAPACITY")[] = [];
  const isRoom = place.kind === "ONLINE_ROOM";
  const mayRoom = project.isOnline || event.isOnlineOnly;
  if (place.kind === "TABLES" || (isRoom && !mayRoom)) found.push("KIND");
  if (!isRoom) {
    const needed = project.isOnline ? [...project.equipment, "VIDEO_LINK"] : project.equipment;
    if (!needed.every((one) => place.equipment.includes(one))) found.push("EQUIPMENT");
    const people = 1 + project.companions + event.judges;
    if (place.capacity > 0 && place.capacity < people) found.push("CAPACITY");
  }
  if (place.languages.length > 0 && !place.languages.includes(project.language)) {
    found.push("LANGUAGE");
  }
  return found;
}
