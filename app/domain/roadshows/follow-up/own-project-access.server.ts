import type { UserActor } from "~/domain/identity/actor";
import { can, membershipOf } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";

const select = {
  id: true,
  number: true,
  title: true,
  state: true,
  side: true,
  confidentiality: true,
  organisationId: true,
  createdById: true,
  presenterUserId: true,
  roadshowId: true,
  roadshow: { select: { id: true, number: true, title: true, state: true, endsOn: true } },
} as const;

/**
 * A project for the people who answer for it: its presenter, who handed it in, and who publishes for its
 * organisation. Whoever left the organisation has nothing to do with it any more.
 * @throws DomainError "not_found" (404) for everybody else
 */
export async function getOwnProject(db: DbOrTx, projectId: string, actor: UserActor) {
  const row = isId(projectId)
    ? await db.roadshowProject.findUnique({ where: { id: projectId }, select })
    : null;
  const { organisationId } = row ?? { organisationId: null };
  const isOwn =
    row !== null &&
    (row.presenterUserId === actor.userId ||
      (row.createdById === actor.userId && membershipOf(actor, organisationId) !== null) ||
      can(actor, "roadshow.pitch", { organisationId }));
  if (!isOwn) throw new DomainError("not_found", { status: 404 });
  return row;
}
