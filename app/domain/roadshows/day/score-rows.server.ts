import type { DbOrTx } from "~/platform/db.server";
import { findRecusedJudges, listInterested } from "../call/recusal-queries.server";
import type { RecusalKind } from "./score-view";

export type ScoreSheet = {
  projectId: string;
  memberId: string;
  userId: string;
  name: string;
  totalHundredths: number;
  points: Record<string, number>;
  note: string;
};

/** A sheet that does not count, with why its judge keeps away. */
export type ExcludedSheet = {
  projectId: string;
  name: string;
  totalHundredths: number;
  kind: RecusalKind;
  reason: string;
};

/**
 * Sheets of one project, or of all of an event, in the order of their judges. The sheet of a judge who has
 * to keep away does not count, also where that came to be after it was handed in; once the scoring is closed
 * the result stands, whatever is found later.
 */
export async function listSheets(
  db: DbOrTx,
  roadshowId: string,
  projectId?: string,
): Promise<{ counted: ScoreSheet[]; excluded: ExcludedSheet[] }> {
  const own = projectId ? { projectId } : {};
  const [rows, recusals, interested] = await Promise.all([
    db.roadshowScore.findMany({
      where: { project: { roadshowId }, ...own },
      orderBy: [{ member: { createdAt: "asc" } }, { memberId: "asc" }],
      select: {
        projectId: true,
        memberId: true,
        totalHundredths: true,
        points: true,
        note: true,
        project: { select: { scoresClosedAt: true } },
        member: { select: { userId: true, user: { select: { name: true } } } },
      },
    }),
    db.roadshowRecusal.findMany({
      where: { project: { roadshowId }, ...own },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: {
        projectId: true,
        createdAt: true,
        kind: true,
        reason: true,
        member: { select: { userId: true } },
      },
    }),
    listInterested(db, roadshowId),
  ]);
  const counted: ScoreSheet[] = [];
  const excluded: ExcludedSheet[] = [];
  for (const { member, project, points, ...row } of rows) {
    const name = member.user.name;
    const closedAt = project.scoresClosedAt;
    const isOf = (one: { projectId: string; userId: string }) =>
      one.projectId === row.projectId && one.userId === member.userId;
    const noted = recusals.find(
      (one) =>
        isOf({ projectId: one.projectId, userId: one.member.userId }) &&
        (closedAt === null || one.createdAt <= closedAt),
    );
    const { projectId, totalHundredths } = row;
    if (noted) {
      const { reason } = noted;
      excluded.push({ projectId, name, totalHundredths, kind: noted.kind as RecusalKind, reason });
    } else if (closedAt === null && interested.some(isOf)) {
      excluded.push({ projectId, name, totalHundredths, kind: "SAME_ORGANISATION", reason: "" });
    } else {
      counted.push({
        ...{ ...row, userId: member.userId, name },
        points: points as Record<string, number>,
      });
    }
  }
  return { counted, excluded };
}

/** The panel of a project's entry, or all judges where it has none; without those who have to keep away. */
export async function listExpectedJudges(
  db: DbOrTx,
  roadshowId: string,
  planId: string | null,
  projectId: string,
): Promise<string[]> {
  const [panel, judges, recused] = await Promise.all([
    planId
      ? db.roadshowEntryPerson.findMany({
          where: { planId, role: "JUDGE", entry: { projectId } },
          select: { participant: { select: { userId: true } } },
        })
      : [],
    db.roadshowMember.findMany({
      where: { roadshowId, role: "JUDGE", state: "ACCEPTED" },
      select: { userId: true },
    }),
    findRecusedJudges(db, roadshowId),
  ]);
  const named = panel.flatMap((one) => one.participant.userId ?? []);
  const all = named.length > 0 ? named : judges.map((one) => one.userId);
  return [...new Set(all)].filter((id) => !recused.get(projectId)?.has(id));
}
