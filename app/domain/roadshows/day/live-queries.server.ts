import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { findRoadshowAccess } from "../events/roadshow-access.server";
import { type Attendee, findAttendee } from "./attendee-access.server";
import type { CardKind } from "./audience-schema";
import type { AudienceProject, AudienceQuestion, LivePage } from "./audience-view";
import { DAY_STATES } from "./day-access.server";
import {
  findLiveEvent,
  type LiveEvent,
  listShownQuestions,
  listWaitingQuestions,
} from "./live-event-queries.server";
import { roomLinksOf } from "./room-links-queries.server";
import { readShared } from "./shared-reading.server";

/**
 * The phone of somebody in the audience: what is on in each hall, and about the project of one hall, or one
 * of the programme, its questions and one's own cards. What is the same for everybody is read once for the
 * pages that ask at the same moment.
 * @param asked hall, and a project of the programme that is not on stage now
 * @throws DomainError "not_found" (404) where the event is hidden
 */
export async function getLivePage(
  db: Db,
  number: number,
  asked: { placeId: string | null; projectId: string | null },
  actor: Actor | null,
): Promise<LivePage> {
  const access = actor
    ? await findRoadshowAccess(db, { number }, actor)
    : await readShared(db, `live/${number}`, () => findRoadshowAccess(db, { number }, null));
  const { roadshow } = access;
  const event = await readShared(db, `live/${roadshow.id}`, () => findLiveEvent(db, roadshow.id));
  const attendee = await findAttendee(db, access);
  const { boards } = event;
  const board = boards.find((one) => one.placeId === asked.placeId) ?? boards[0] ?? null;
  const programme = await programmeOf(db, event, attendee);
  const onStage = board?.entry?.projectId ?? board?.next?.projectId ?? null;
  const projectId = asked.projectId ?? onStage;
  const project = programme.find((one) => one.id === projectId) ?? null;
  const maySee = project !== null && (!project.isConfidential || attendee?.hasUndertaking === true);
  return {
    roadshowId: roadshow.id,
    number: roadshow.number,
    title: roadshow.title,
    now: clock.now().getTime(),
    isOpen: DAY_STATES.includes(roadshow.state),
    isModerated: event.isModerated,
    boards,
    rooms: await roomLinksOf(db, roadshow.id, attendee),
    placeId: board?.placeId ?? null,
    project,
    questions: maySee ? await questionsOf(db, project.id, attendee) : [],
    programme,
    participantId: attendee?.id ?? null,
    isSignedIn: actor !== null,
    needsUndertaking: project !== null && !maySee,
    scores: event.scores,
  };
}

/** The programme with one's own cards; confidential projects are named only to people with the undertaking. */
async function programmeOf(
  db: Db,
  { programme }: LiveEvent,
  attendee: Attendee | null,
): Promise<AudienceProject[]> {
  const cards = attendee
    ? await db.roadshowCard.findMany({
        where: { participantId: attendee.id, withdrawnAt: null },
        select: { projectId: true, kind: true, note: true },
      })
    : [];
  return programme.map((project) => ({
    ...project,
    ...(project.isConfidential &&
      attendee?.hasUndertaking !== true && { title: "", speaker: "", organisation: "" }),
    cards: cards
      .filter((one) => one.projectId === project.id)
      .map(({ kind, note }) => ({ kind: kind as CardKind, note })),
  }));
}

/** Questions that everybody sees, after one's own that wait, with one's own votes. */
async function questionsOf(
  db: Db,
  projectId: string,
  attendee: Attendee | null,
): Promise<AudienceQuestion[]> {
  const shown = await readShared(db, `questions/${projectId}`, () =>
    listShownQuestions(db, projectId),
  );
  const [waiting, votes] = attendee
    ? await Promise.all([
        listWaitingQuestions(db, projectId, attendee.id),
        db.roadshowVote.findMany({
          where: { participantId: attendee.id, questionId: { in: shown.map((one) => one.id) } },
          select: { questionId: true },
        }),
      ])
    : [[], []];
  const voted = new Set(votes.map((one) => one.questionId));
  return [...waiting, ...shown].map((row) => ({
    id: row.id,
    text: row.text,
    name: row.isAnonymous ? null : row.participant.name,
    votes: row.votes,
    isAnswered: row.state === "ANSWERED",
    isOwn: row.participantId === attendee?.id,
    isWaiting: row.state === "PENDING",
    hasVoted: voted.has(row.id),
  }));
}
