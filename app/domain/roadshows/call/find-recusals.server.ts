import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { HANDED_IN_STATES } from "./project-procedure";

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

/** Notes what the market's records show of it. Again and again the same; a recusal is never taken back. */
export async function findRecusals(tx: Tx, roadshowId: string): Promise<void> {
  const createdAt = clock.now();
  const data = (await listInterested(tx, roadshowId)).map(({ memberId, projectId }) => ({
    ...{ id: newId(), memberId, projectId, createdAt },
    kind: "SAME_ORGANISATION",
  }));
  if (data.length > 0) await tx.roadshowRecusal.createMany({ data, skipDuplicates: true });
}
