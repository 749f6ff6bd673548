import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { HANDED_IN_STATES } from "./project-procedure";

/**
 * Notes which reviewers and judges belong to the organisation of a project, or wrote or present it, as
 * the market's own records show. Again and again the same; a recusal is never taken back.
 */
export async function findRecusals(tx: Tx, roadshowId: string): Promise<void> {
  const members = await tx.roadshowMember.findMany({
    where: { roadshowId, role: { in: ["REVIEWER", "JUDGE"] }, state: "ACCEPTED" },
    select: {
      id: true,
      userId: true,
      user: {
        select: { memberships: { where: { endedAt: null }, select: { organisationId: true } } },
      },
    },
  });
  if (members.length === 0) return;
  const projects = await tx.roadshowProject.findMany({
    where: { roadshowId, state: { in: [...HANDED_IN_STATES] } },
    select: { id: true, organisationId: true, createdById: true, presenterUserId: true },
  });
  const now = clock.now();
  const data = members.flatMap((member) => {
    const own = new Set(member.user.memberships.map((one) => one.organisationId));
    return projects
      .filter(
        (one) =>
          own.has(one.organisationId) ||
          one.createdById === member.userId ||
          one.presenterUserId === member.userId,
      )
      .map((project) => ({
        id: newId(),
        memberId: member.id,
        projectId: project.id,
        kind: "SAME_ORGANISATION",
        createdAt: now,
      }));
  });
  if (data.length > 0) await tx.roadshowRecusal.createMany({ data, skipDuplicates: true });
}
