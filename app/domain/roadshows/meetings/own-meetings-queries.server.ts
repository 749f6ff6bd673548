import type { Prisma } from "#prisma/client/client";
import type { DbOrTx } from "~/platform/db.server";
import { presenterAccount } from "../call/presenter-account";
import type { MeetingState } from "./meeting-procedure";
import type { MeetingCounts, MeetingList, MeetingView } from "./meeting-view";

const personSelect = { id: true, name: true, title: true, organisationName: true } as const;

/** Requests of people whom the asked one does not want to meet are not shown to it. */
function whereOf(id: string, list: MeetingList): Prisma.RoadshowMeetingWhereInput {
  const own = { OR: [{ fromId: id }, { toId: id }] };
  switch (list) {
    case "incoming":
      return {
        toId: id,
        state: "REQUESTED",
        NOT: { from: { wishesTo: { some: { fromId: id, level: "NO" } } } },
      };
    case "outgoing":
      return { fromId: id, state: "REQUESTED" };
    case "agreed":
      return { ...own, state: "ACCEPTED" };
    case "past":
      return {
        OR: [
          { ...own, state: { in: ["HELD", "MISSED", "CANCELLED", "DECLINED"] } },
          { fromId: id, state: "WITHDRAWN" },
        ],
      };
  }
}

/** How many meetings of a participant stand in each list. Whose they are is asked of the caller. */
export async function countOwnMeetings(db: DbOrTx, participantId: string): Promise<MeetingCounts> {
  const count = (list: MeetingList) =>
    db.roadshowMeeting.count({ where: whereOf(participantId, list) });
  const [incoming, outgoing, agreed, past] = await Promise.all([
    count("incoming"),
    count("outgoing"),
    count("agreed"),
    count("past"),
  ]);
  return { incoming, outgoing, agreed, past };
}

/**
 * Meetings of a participant. Whose they are is asked of the caller. Of a confidential project only who
 * presents it or has given the undertaking reads the title.
 */
export async function listOwnMeetings(
  db: DbOrTx,
  participantId: string,
  list: MeetingList,
  page: { skip: number; take: number },
): Promise<MeetingView[]> {
  const reader = await db.roadshowParticipant.findUniqueOrThrow({
    where: { id: participantId },
    select: { userId: true, ndaAcceptedAt: true },
  });
  const rows = await db.roadshowMeeting.findMany({
    where: whereOf(participantId, list),
    orderBy: list === "past" ? { number: "desc" } : { number: "asc" },
    ...page,
    select: {
      id: true,
      state: true,
      source: true,
      fromId: true,
      message: true,
      declineNote: true,
      minutes: true,
      createdAt: true,
      from: { select: personSelect },
      to: { select: personSelect },
      project: {
        select: {
          number: true,
          title: true,
          confidentiality: true,
          presenterUserId: true,
          createdById: true,
        },
      },
      entries: {
        where: { plan: { state: { in: ["PROVISIONAL", "FINAL"] } } },
        select: { startsAt: true, endsAt: true, seat: true, place: { select: { name: true } } },
      },
    },
  });
  return rows.map(({ from, to, fromId, entries, createdAt, state, project, ...row }) => {
    const isOwnRequest = fromId === participantId;
    const entry = entries[0];
    return {
      ...row,
      project: project && {
        number: project.number,
        title: mayRead(project) ? project.title : null,
      },
      state: state as MeetingState,
      isOwnRequest,
      other: isOwnRequest ? to : from,
      slot:
        entry && state !== "CANCELLED"
          ? {
              startsAt: entry.startsAt.toISOString(),
              endsAt: entry.endsAt.toISOString(),
              placeName: entry.place.name,
              seat: entry.seat,
            }
          : null,
      createdAt: createdAt.toISOString(),
    };
  });

  function mayRead(project: NonNullable<(typeof rows)[number]["project"]>): boolean {
    const isOpen = project.confidentiality !== "NDA_SESSION" || reader.ndaAcceptedAt !== null;
    return isOpen || presenterAccount(project) === reader.userId;
  }
}
