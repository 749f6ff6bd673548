import type { DbOrTx } from "~/platform/db.server";
import { readRules } from "../events/roadshow-rules-schema";
import type { AudienceProject } from "./audience-view";
import type { PublicScore } from "./public-score-view";
import { findPublishedScores } from "./score-queries.server";
import { findStageBoard, listStagePlaceIds } from "./stage-queries.server";
import type { StageBoard } from "./stage-view";

const MOST_QUESTIONS = 50;

/** What the audience's page is made of that is the same for everybody; titles of confidential projects are in it. */
export type LiveEvent = {
  isModerated: boolean;
  boards: StageBoard[];
  programme: Omit<AudienceProject, "cards">[];
  scores: PublicScore[];
};

export async function findLiveEvent(db: DbOrTx, roadshowId: string): Promise<LiveEvent> {
  const { rules, planId } = await db.roadshow.findUniqueOrThrow({
    where: { id: roadshowId },
    select: { rules: true, planId: true },
  });
  const ids = planId ? await listStagePlaceIds(db, roadshowId) : [];
  const [boards, programme, scores] = await Promise.all([
    Promise.all(ids.map((id) => findStageBoard(db, id))),
    listProgramme(db, planId),
    findPublishedScores(db, roadshowId),
  ]);
  return {
    isModerated: readRules(rules).isModerated,
    boards: boards.filter((one): one is StageBoard => one !== null),
    programme,
    scores,
  };
}

/** Projects of the published plan in its order. */
async function listProgramme(db: DbOrTx, planId: string | null): Promise<LiveEvent["programme"]> {
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
        },
      },
    },
  });
  return rows.flatMap(({ project }) =>
    project
      ? [
          {
            id: project.id,
            number: project.number,
            title: project.title,
            speaker: project.presenterName,
            organisation: project.organisation.legalName,
            isConfidential: project.confidentiality === "NDA_SESSION",
          },
        ]
      : [],
  );
}

const questionSelect = {
  id: true,
  text: true,
  votes: true,
  state: true,
  isAnonymous: true,
  participantId: true,
  participant: { select: { name: true } },
} as const;

/** Questions about a project that everybody sees, the most wanted first; what is answered gives way. */
export function listShownQuestions(db: DbOrTx, projectId: string) {
  return db.roadshowQuestion.findMany({
    where: { projectId, state: { in: ["SHOWN", "ANSWERED"] } },
    // By name: SHOWN, ANSWERED.
    orderBy: [{ state: "desc" }, { votes: "desc" }, { createdAt: "asc" }],
    take: MOST_QUESTIONS,
    select: questionSelect,
  });
}

/** A person's own questions that wait for a moderator. */
export function listWaitingQuestions(db: DbOrTx, projectId: string, participantId: string) {
  return db.roadshowQuestion.findMany({
    where: { projectId, participantId, state: "PENDING" },
    orderBy: { createdAt: "asc" },
    take: MOST_QUESTIONS,
    select: questionSelect,
  });
}
