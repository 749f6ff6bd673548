import type { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import { assertOrganiser } from "../events/roadshow-access.server";
import { AGREED_MEETINGS } from "../meetings/meeting-procedure";
import type { ListedParticipant, ListFilter, ParticipantFigures } from "./participant-list-view";
import type { ParticipantState } from "./participant-procedure";
import { countAudience, WORKING_ROLES } from "./participant-rows.server";

const agreed = { state: { in: [...AGREED_MEETINGS] } };
const some: Prisma.RoadshowParticipantWhereInput = {
  OR: [{ meetingsFrom: { some: agreed } }, { meetingsTo: { some: agreed } }],
};
const none: Prisma.RoadshowParticipantWhereInput = {
  wantsMeetings: true,
  meetingsFrom: { none: agreed },
  meetingsTo: { none: agreed },
};

function whereOf(roadshowId: string, filter: ListFilter): Prisma.RoadshowParticipantWhereInput {
  const contains = { contains: filter.q, mode: "insensitive" as const };
  return {
    roadshowId,
    ...(filter.state && { state: filter.state }),
    ...(filter.role && { roles: { has: filter.role } }),
    AND: [
      ...(filter.meetings === "with" ? [some] : []),
      ...(filter.meetings === "without" ? [none] : []),
      ...(filter.q
        ? [{ OR: [{ name: contains }, { organisationName: contains }, { title: contains }] }]
        : []),
    ],
  };
}

/** @throws DomainError "not_found" (404) for all but the organiser */
async function assertMayList(db: DbOrTx, roadshowId: string, actor: UserActor): Promise<void> {
  if (!isId(roadshowId)) throw new DomainError("not_found", { status: 404 });
  await assertOrganiser(db, roadshowId, actor);
}

/**
 * Participants of an event for its organiser.
 * @throws DomainError "not_found" (404)
 */
export async function listParticipants(
  db: DbOrTx,
  roadshowId: string,
  actor: UserActor,
  filter: ListFilter,
  page: { skip: number; take: number },
): Promise<{ items: ListedParticipant[]; total: number; figures: ParticipantFigures }> {
  await assertMayList(db, roadshowId, actor);
  const where = whereOf(roadshowId, filter);
  const [items, total, figures] = await Promise.all([
    readListed(db, where, page),
    db.roadshowParticipant.count({ where }),
    countFigures(db, roadshowId),
  ]);
  return { items, total, figures };
}

/** Rows of a file at most; an event has no more people. */
const MAX_ROWS = 100_000;

/**
 * The same without pages, for a file.
 * @throws DomainError "not_found" (404)
 */
export async function listAllParticipants(
  db: DbOrTx,
  roadshowId: string,
  actor: UserActor,
  filter: ListFilter,
): Promise<ListedParticipant[]> {
  await assertMayList(db, roadshowId, actor);
  return readListed(db, whereOf(roadshowId, filter), { skip: 0, take: MAX_ROWS });
}

async function readListed(
  db: DbOrTx,
  where: Prisma.RoadshowParticipantWhereInput,
  page: { skip: number; take: number },
): Promise<ListedParticipant[]> {
  const rows = await db.roadshowParticipant.findMany({
    where,
    orderBy: { number: "asc" },
    ...page,
    select: {
      id: true,
      number: true,
      state: true,
      name: true,
      title: true,
      organisationName: true,
      roles: true,
      phone: true,
      isWalkIn: true,
      isOnline: true,
      wantsMeetings: true,
      createdAt: true,
      checkIn: { select: { at: true } },
      _count: { select: { meetingsFrom: { where: agreed }, meetingsTo: { where: agreed } } },
    },
  });
  return rows.map(({ _count, checkIn, createdAt, state, ...row }) => ({
    ...row,
    state: state as ParticipantState,
    meetings: _count.meetingsFrom + _count.meetingsTo,
    checkedInAt: checkIn?.at.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    isNeeded: row.roles.some((role) => WORKING_ROLES.includes(role)),
  }));
}

async function countFigures(db: DbOrTx, roadshowId: string): Promise<ParticipantFigures> {
  const count = (where: Prisma.RoadshowParticipantWhereInput) =>
    db.roadshowParticipant.count({ where: { roadshowId, ...where } });
  const inside = { state: "REGISTERED", wantsMeetings: true };
  const [
    registered,
    waiting,
    cancelled,
    checkedIn,
    withMeetings,
    withoutMeetings,
    audience,
    event,
  ] = await Promise.all([
    count({ state: "REGISTERED" }),
    count({ state: "WAITING" }),
    count({ state: "CANCELLED" }),
    count({ checkIn: { isNot: null } }),
    count({ ...inside, ...some }),
    count({ ...inside, ...none }),
    countAudience(db, roadshowId),
    db.roadshow.findUniqueOrThrow({ where: { id: roadshowId }, select: { maxAudience: true } }),
  ]);
  const people = { registered, waiting, cancelled, checkedIn, withMeetings, withoutMeetings };
  return { ...people, audience, ...event };
}
