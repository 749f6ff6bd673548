import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import { findRoadshowAccess } from "../events/roadshow-access.server";
import { readRules } from "../events/roadshow-rules-schema";
import { type Attendee, findAttendee } from "./attendee-access.server";
import type { CardKind } from "./audience-schema";
import type { AudienceProject, AudienceQuestion, LivePage } from "./audience-view";
import { DAY_STATES } from "./day-access.server";
import { listPublicScores } from "./score-queries.server";
import { findStageBoard, listStagePlaceIds } from "./stage-queries.server";
import type { StageBoard } from "./stage-view";

const MOST_QUESTIONS = 50;
/** An id that no row has. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * The phone of somebody in the audience: what is on in each hall, and about the project of one hall, or one
 * of the programme, its questions and one's own cards.
 * @param asked hall, and a project of the programme that is not on stage now
 * @throws DomainError "not_found" (404) where the event is hidden
 */
export async function getLivePage(
  db: DbOrTx,
  number: number,
  asked: { placeId: string | null; projectId: string | null },
  actor: Actor | null,
): Promise<LivePage> {
  const access = await findRoadshowAccess(db, { number }, actor);
  const { roadshow } = access;
  const { rules, planId } = await db.roadshow.findUniqueOrThrow({
    where: { id: roadshow.id },
    select: { rules: true, planId: true },
  });
  const attendee = await findAttendee(db, access);
  const ids = planId ? await listStagePlaceIds(db, roadshow.id) : [];
  const boards = (await Promise.all(ids.map((id) => findStageBoard(db, id)))).filter(
    (one): one is StageBoard => one !== null,
  );
  const board = boards.find((one) => one.placeId === asked.placeId) ?? boards[0] ?? null;
  const programme = await listProgramme(db, planId, attendee);
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
    isModerated: readRules(rules).isModerated,
    boards,
    placeId: board?.placeId ?? null,
    project,
    questions: maySee ? await listQuestions(db, project.id, attendee) : [],
    programme,
    participantId: attendee?.id ?? null,
    isSignedIn: actor !== null,
    needsUndertaking: project !== null && !maySee,
    scores: await listPublicScores(db, number, actor),
  };
}

/** Projects of the published plan in its order; confidential ones named only to people with the undertaking. */
async function listProgramme(
  db: DbOrTx,
  planId: string | null,
  attendee: Attendee | null,
): Promise<AudienceProject[]> {
  if (!planId) return [];
  const rows = await db.roadshowEntry.findMany({
    where: { planId, kind: "PITCH" },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: 500,
    select: {
      project: {
        select: {
          id: true,
          number: true,
          title: true,
          presenterName: true,
          confidentiality: true,
          organisation: { select: { legalName: true } },
          cards: {
            where: { participantId: attendee?.id ?? NOBODY, withdrawnAt: null },
            select: { kind: true, note: true },
          },
        },
      },
    },
  });
  return rows.flatMap(({ project }) => {
    if (!project) return [];
    const isConfidential = project.confidentiality === "NDA_SESSION";
    const isHidden = isConfidential && attendee?.hasUndertaking !== true;
    return [
      {
        id: project.id,
        number: project.number,
        title: isHidden ? "" : project.title,
        speaker: isHidden ? "" : project.presenterName,
        organisation: isHidden ? "" : project.organisation.legalName,
        isConfidential,
        cards: project.cards.map(({ kind, note }) => ({ kind: kind as CardKind, note })),
      },
    ];
  });
}

/** Questions that everybody sees, the most wanted first, after one's own that wait. */
async function listQuestions(
  db: DbOrTx,
  projectId: string,
  attendee: Attendee | null,
): Promise<AudienceQuestion[]> {
  const own = attendee ? [{ participantId: attendee.id, state: "PENDING" }] : [];
  const rows = await db.roadshowQuestion.findMany({
    where: { projectId, OR: [{ state: { in: ["SHOWN", "ANSWERED"] } }, ...own] },
    // By name: SHOWN, PENDING, ANSWERED. What is answered gives way to what is open.
    orderBy: [{ state: "desc" }, { votes: "desc" }, { createdAt: "asc" }],
    take: MOST_QUESTIONS,
    select: {
      id: true,
      text: true,
      votes: true,
      state: true,
      isAnonymous: true,
      participantId: true,
      participant: { select: { name: true } },
      voters: {
        where: { participantId: attendee?.id ?? NOBODY },
        select: { participantId: true },
      },
    },
  });
  const order = ["PENDING", "SHOWN", "ANSWERED"];
  return rows
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
    .map((row) => ({
      id: row.id,
      text: row.text,
      name: row.isAnonymous ? null : row.participant.name,
      votes: row.votes,
      isAnswered: row.state === "ANSWERED",
      isOwn: row.participantId === attendee?.id,
      isWaiting: row.state === "PENDING",
      hasVoted: row.voters.length > 0,
    }));
}
