import type { DbOrTx } from "~/platform/db.server";
import { HANDED_IN_STATES } from "./project-procedure";

/**
 * Per project the people who must neither review nor judge it. A recusal holds for the person, whatever
 * seat it was noted at.
 */
export async function findRecusedJudges(
  db: DbOrTx,
  roadshowId: string,
): Promise<Map<string, Set<string>>> {
  const rows = await db.roadshowRecusal.findMany({
    where: { project: { roadshowId } },
    select: { projectId: true, member: { select: { userId: true } } },
  });
  const found = new Map<string, Set<string>>();
  for (const { projectId, member } of rows) {
    const people = found.get(projectId) ?? new Set<string>();
    found.set(projectId, people.add(member.userId));
  }
  return found;
}

/**
 * Which reviewers and judges belong to the organisation of a project now, or wrote or present it, as the
 * market's own records show; noted already or not.
 */
export async function listInterested(
  db: DbOrTx,
  roadshowId: string,
): Promise<{ memberId: string; userId: string; projectId: string }[]> {
  const members = await db.roadshowMember.findMany({
    where: { roadshowId, role: { in: ["REVIEWER", "JUDGE"] }, state: "ACCEPTED" },
    select: {
      id: true,
      userId: true,
      user: {
        select: { memberships: { where: { endedAt: null }, select: { organisationId: true } } },
      },
    },
  });
  if (members.length === 0) return [];
  const projects = await db.roadshowProject.findMany({
    where: { roadshowId, state: { in: [...HANDED_IN_STATES] } },
    select: { id: true, organisationId: true, createdById: true, presenterUserId: true },
  });
  return members.flatMap((member) => {
    const own = new Set(member.user.memberships.map((one) => one.organisationId));
    return projects
      .filter(
        (one) =>
          own.has(one.organisationId) ||
          one.createdById === member.userId ||
          one.presenterUserId === member.userId,
      )
      .map((project) => ({ memberId: member.id, userId: member.userId, projectId: project.id }));
  });
}
