import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import { dayOf } from "../events/roadshow-rows.server";
import { countOwnMeetings } from "../meetings/own-meetings-queries.server";
import { OVER_STATES } from "./participant-conditions.server";
import type { ParticipantState } from "./participant-procedure";
import { WORKING_ROLES } from "./participant-rows.server";
import { areMeetingsOpen, isRegistrationOpen, mayChangeRegistration } from "./registration-rules";
import { getOwnVisit } from "./visit-access.server";
import type { Visit, VisitHead, VisitItem } from "./visit-view";

const eventSelect = {
  id: true,
  number: true,
  title: true,
  state: true,
  startsOn: true,
  endsOn: true,
  venue: true,
} as const;

type EventRow = {
  id: string;
  number: number;
  title: string;
  state: string;
  startsOn: Date | null;
  endsOn: Date | null;
  venue: string;
};

const eventOf = ({ id, number, title, state, startsOn, endsOn, venue }: EventRow) => ({
  id,
  number,
  title,
  state,
  venue,
  startsOn: dayOf(startsOn),
  endsOn: dayOf(endsOn),
});

/** Events that a person has registered for, the latest registration first. */
export async function listOwnVisits(
  db: DbOrTx,
  actor: UserActor,
  page: { skip: number; take: number },
): Promise<{ items: VisitItem[]; total: number }> {
  const where = { userId: actor.userId };
  const [rows, total] = await Promise.all([
    db.roadshowParticipant.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...page,
      select: { id: true, state: true, roles: true, roadshow: { select: eventSelect } },
    }),
    db.roadshowParticipant.count({ where }),
  ]);
  const counts = await Promise.all(rows.map((row) => countOwnMeetings(db, row.id)));
  const items = rows.map(({ id, state, roles, roadshow }, index) => ({
    id,
    state: state as ParticipantState,
    roles,
    event: eventOf(roadshow),
    incoming: counts[index]?.incoming ?? 0,
  }));
  return { items, total };
}

/**
 * Head of the pages of one visit.
 * @throws DomainError "not_found" (404)
 */
export async function getVisitHead(
  db: DbOrTx,
  participantId: string,
  actor: UserActor,
): Promise<VisitHead> {
  const { id } = await getOwnVisit(db, participantId, actor);
  const [row, counts] = await Promise.all([
    db.roadshowParticipant.findUniqueOrThrow({
      where: { id },
      select: {
        id: true,
        number: true,
        state: true,
        name: true,
        title: true,
        organisationName: true,
        roles: true,
        roadshow: { select: eventSelect },
      },
    }),
    countOwnMeetings(db, id),
  ]);
  const { roadshow, state, ...person } = row;
  return { ...person, state: state as ParticipantState, event: eventOf(roadshow), counts };
}

/**
 * A person's own visit of an event.
 * @throws DomainError "not_found" (404)
 */
export async function getVisit(
  db: DbOrTx,
  participantId: string,
  actor: UserActor,
): Promise<Visit> {
  const head = await getVisitHead(db, participantId, actor);
  const row = await db.roadshowParticipant.findUniqueOrThrow({
    where: { id: head.id },
    select: {
      isOnline: true,
      wantsMeetings: true,
      isListed: true,
      meetingsMax: true,
      ndaAcceptedAt: true,
      checkInCode: true,
      feedToken: true,
      createdAt: true,
      checkIn: { select: { at: true } },
      roadshow: {
        select: {
          address: true,
          directions: true,
          onlineUrl: true,
          contact: true,
          audienceDueAt: true,
          planId: true,
        },
      },
    },
  });
  const { ndaAcceptedAt, feedToken, createdAt, checkIn, roadshow, ...person } = row;
  const { audienceDueAt, planId, ...place } = roadshow;
  const event = { state: head.event.state, audienceDueAt };
  const now = clock.now();
  const ahead =
    head.state === "WAITING"
      ? await db.roadshowParticipant.count({
          where: { roadshowId: head.event.id, state: "WAITING", createdAt: { lt: createdAt } },
        })
      : null;
  const isInside = head.state === "REGISTERED";
  return {
    ...head,
    ...person,
    ...place,
    checkInCode: isInside ? person.checkInCode : "",
    // The room is for those who have a place.
    onlineUrl: isInside ? place.onlineUrl : "",
    hasUndertaking: ndaAcceptedAt !== null,
    place: ahead === null ? null : ahead + 1,
    feedPath: `/roadshows/people/${feedToken}.ics`,
    checkedInAt: checkIn?.at.toISOString() ?? null,
    audienceDueAt: audienceDueAt?.toISOString() ?? null,
    hasPlan: planId !== null,
    isRegistrationOpen: isRegistrationOpen(event, now),
    mayChange: mayChangeRegistration(event, now),
    areMeetingsOpen: isInside && areMeetingsOpen(event, now),
    isNeeded: head.roles.some((role) => WORKING_ROLES.includes(role)),
    isOver: OVER_STATES.includes(head.event.state),
  };
}
