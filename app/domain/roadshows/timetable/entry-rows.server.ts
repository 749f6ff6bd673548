import type { Prisma } from "#prisma/client/client";
import type { AgendaEntry, EntryKind, EntryRole } from "./agenda-view";

export const entrySelect = {
  id: true,
  kind: true,
  projectId: true,
  meetingId: true,
  itemId: true,
  placeId: true,
  seat: true,
  startsAt: true,
  endsAt: true,
  isLocked: true,
  place: { select: { name: true, kind: true } },
  project: { select: { title: true, confidentiality: true, state: true } },
  meeting: { select: { state: true } },
  item: { select: { title: true, isPublic: true } },
  people: {
    select: {
      role: true,
      participant: { select: { id: true, name: true, organisationName: true } },
    },
    orderBy: [{ role: "desc" }, { participantId: "asc" }],
  },
} satisfies Prisma.RoadshowEntrySelect;

export const entryOrder = [
  { startsAt: "asc" },
  { place: { sort: "asc" } },
  { seat: "asc" },
  { id: "asc" },
] satisfies Prisma.RoadshowEntryOrderByWithRelationInput[];

const OFF_PROJECTS = ["WITHDRAWN", "WAIVED", "REJECTED"];
const OFF_MEETINGS = ["CANCELLED", "WITHDRAWN", "DECLINED"];

type EntryRow = Prisma.RoadshowEntryGetPayload<{ select: typeof entrySelect }>;

export function viewEntry(row: EntryRow): AgendaEntry {
  const people = row.people.map(({ role, participant }) => ({
    participantId: participant.id,
    name: participant.name,
    organisationName: participant.organisationName,
    role: role as EntryRole,
  }));
  const meeting = people.map(({ name }) => name).join(" – ");
  return {
    id: row.id,
    kind: row.kind as EntryKind,
    projectId: row.projectId,
    meetingId: row.meetingId,
    itemId: row.itemId,
    title: row.project?.title ?? row.item?.title ?? meeting,
    isOff:
      OFF_PROJECTS.includes(row.project?.state ?? "") ||
      OFF_MEETINGS.includes(row.meeting?.state ?? ""),
    isConfidential: row.project?.confidentiality === "NDA_SESSION",
    isPublic: row.kind === "PITCH" || row.item?.isPublic === true,
    placeId: row.placeId,
    placeName: row.place.name,
    placeKind: row.place.kind,
    seat: row.seat,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    isLocked: row.isLocked,
    people,
  };
}
