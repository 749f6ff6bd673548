import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";

/**
 * The person's own accepted seat as a reviewer or judge; for everybody else it does not exist.
 * @throws DomainError "not_found" (404)
 */
export async function getOwnSeat(db: DbOrTx, memberId: string, actor: UserActor) {
  const seat = isId(memberId)
    ? await db.roadshowMember.findFirst({
        where: {
          id: memberId,
          userId: actor.userId,
          state: "ACCEPTED",
          role: { in: ["REVIEWER", "JUDGE"] },
        },
        select: {
          id: true,
          role: true,
          userId: true,
          roadshow: {
            select: {
              id: true,
              number: true,
              title: true,
              state: true,
              rules: true,
              startsOn: true,
            },
          },
        },
      })
    : null;
  if (!seat) throw new DomainError("not_found", { status: 404 });
  return seat;
}

/** Whether the person has stepped back from a project, at whatever seat. */
export async function isRecused(db: DbOrTx, projectId: string, userId: string): Promise<boolean> {
  const found = await db.roadshowRecusal.findFirst({
    where: { projectId, member: { userId } },
    select: { id: true },
  });
  return found !== null;
}
