import type { UserActor } from "~/domain/identity/actor";
import type { DbOrTx } from "~/platform/db.server";
import { findRecusedJudges, listInterested } from "../call/recusal-queries.server";
import { readRules } from "../events/roadshow-rules-schema";
import { DAY_STATES } from "./day-access.server";
import { shownEntry } from "./hall-entries-queries.server";
import { getJudge } from "./judge-access.server";
import { pointsText } from "./score-rules";
import type { JudgePage, JudgeSheet } from "./score-view";

/**
 * The projects on stage as one judge scores them, in the order of the timetable, with the judge's own
 * points only.
 * @throws DomainError "not_found" (404) for all but the judge
 */
export async function getJudgePage(
  db: DbOrTx,
  memberId: string,
  actor: UserActor,
): Promise<JudgePage> {
  const judge = await getJudge(db, memberId, actor);
  const { id, planId } = await db.roadshow.findUniqueOrThrow({
    where: { id: judge.roadshow.id },
    select: { id: true, planId: true },
  });
  const [entries, own, recused, interested, stages] = await Promise.all([
    planId
      ? db.roadshowEntry.findMany({
          where: { planId, kind: "PITCH" },
          orderBy: [{ startsAt: "asc" }, { id: "asc" }],
          take: 500,
          select: {
            id: true,
            startsAt: true,
            place: { select: { name: true } },
            people: {
              where: { role: "JUDGE" },
              select: { participant: { select: { userId: true } } },
            },
            project: {
              select: {
                id: true,
                number: true,
                title: true,
                scoresClosedAt: true,
                organisation: { select: { legalName: true } },
              },
            },
          },
        })
      : [],
    db.roadshowScore.findMany({ where: { memberId: judge.id } }),
    findRecusedJudges(db, id),
    listInterested(db, id),
    db.roadshowStage.findMany({ where: { roadshowId: id }, select: { entryId: true } }),
  ]);
  const shown = await Promise.all(stages.map((one) => shownEntry(db, planId, one.entryId)));
  const onStage = new Set(shown);
  const sheets = entries.flatMap(({ project, people, ...entry }): JudgeSheet[] => {
    if (!project) return [];
    const isRecused =
      recused.get(project.id)?.has(judge.userId) === true ||
      interested.some((one) => one.projectId === project.id && one.userId === judge.userId);
    const isPanel =
      people.length === 0 || people.some((one) => one.participant.userId === judge.userId);
    if (!isPanel && !isRecused) return [];
    const sheet = own.find((one) => one.projectId === project.id);
    return [
      {
        projectId: project.id,
        number: project.number,
        title: project.title,
        organisation: project.organisation.legalName,
        startsAt: entry.startsAt.toISOString(),
        placeName: entry.place.name,
        isOnStage: onStage.has(entry.id),
        mayScore: !isRecused && project.scoresClosedAt === null,
        isRecused,
        isClosed: project.scoresClosedAt !== null,
        own: sheet
          ? {
              points: sheet.points as Record<string, number>,
              total: pointsText({ value: BigInt(sheet.totalHundredths), decimals: 2 }),
              note: sheet.note,
              submittedAt: sheet.submittedAt.toISOString(),
            }
          : null,
      },
    ];
  });
  return {
    memberId: judge.id,
    roadshowId: id,
    roadshowTitle: judge.roadshow.title,
    roadshowNumber: judge.roadshow.number,
    isOpen: DAY_STATES.includes(judge.roadshow.state),
    criteria: readRules(judge.roadshow.rules).criteria,
    sheets: sheets.sort((a, b) => Number(b.isOnStage) - Number(a.isOnStage)),
  };
}
