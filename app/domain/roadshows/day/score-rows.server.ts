import type { DbOrTx } from "~/platform/db.server";
import { findRecusedJudges } from "../call/recusal-queries.server";

export type ScoreSheet = {
  projectId: string;
  memberId: string;
  userId: string;
  name: string;
  totalHundredths: number;
  points: Record<string, number>;
  note: string;
};

/**
 * Sheets of one project, or of all of an event, in the order of their judges. The sheet of a judge who has
 * to keep away does not count; once the scoring is closed the result stands, whatever is found later.
 */
export async function listSheets(
  db: DbOrTx,
  roadshowId: string,
  projectId?: string,
): Promise<ScoreSheet[]> {
  const own = projectId ? { projectId } : {};
  const [rows, recusals] = await Promise.all([
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
      select: { projectId: true, createdAt: true, member: { select: { userId: true } } },
    }),
  ]);
  const counts = (row: (typeof rows)[number]) =>
    !recusals.some(
      (one) =>
        one.projectId === row.projectId &&
        one.member.userId === row.member.userId &&
        (row.project.scoresClosedAt === null || one.createdAt <= row.project.scoresClosedAt),
    );
  return rows.filter(counts).map(({ member, project: _, points, ...row }) => ({
    ...row,
    userId: member.userId,
    name: member.user.name,
    points: points as Record<string, number>,
  }));
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
