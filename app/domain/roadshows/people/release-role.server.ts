import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import type { Tx } from "~/platform/db.server";
import { ON_PROGRAMME_STATES } from "../call/project-procedure";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { admitWaiting } from "./admit-waiting.server";
import { OVER_STATES } from "./participant-conditions.server";

type Released = { roadshowId: string; userId: string; role: "JUDGE" | "STAFF" | "PRESENTER" };

/**
 * Takes a role back that a person held for a seat or a project which is gone, unless another one carries it.
 * Who has no role left is audience and may cancel like everybody; after the event the list stays a record.
 */
export async function releaseRole(tx: Tx, released: Released, actor: Actor): Promise<void> {
  const { roadshowId, userId, role } = released;
  await lockRoadshow(tx, roadshowId);
  const person = await tx.roadshowParticipant.findUnique({
    where: { roadshowId_userId: { roadshowId, userId } },
    select: { id: true, roles: true, roadshow: { select: { state: true } } },
  });
  if (!person?.roles.includes(role) || OVER_STATES.includes(person.roadshow.state)) return;
  if (await isCarried(tx, released)) return;
  const left = person.roles.filter((one) => one !== role);
  await tx.roadshowParticipant.update({
    where: { id: person.id },
    data: { roles: left.length > 0 ? left : ["AUDIENCE"] },
  });
  await appendAudit(tx, actor, {
    action: "roadshow-participant.role-released",
    subjectType: "RoadshowParticipant",
    subjectId: person.id,
    detail: { role },
  });
  await admitWaiting(tx, roadshowId);
}

async function isCarried(tx: Tx, { roadshowId, userId, role }: Released): Promise<boolean> {
  if (role === "PRESENTER") {
    const projects = await tx.roadshowProject.count({
      where: {
        roadshowId,
        state: { in: [...ON_PROGRAMME_STATES] },
        OR: [{ presenterUserId: userId }, { presenterUserId: null, createdById: userId }],
      },
    });
    return projects > 0;
  }
  const roles = role === "JUDGE" ? ["JUDGE"] : ["DESK", "MODERATOR", "STAGE"];
  const seats = await tx.roadshowMember.count({
    where: { roadshowId, userId, state: "ACCEPTED", role: { in: roles } },
  });
  return seats > 0;
}
