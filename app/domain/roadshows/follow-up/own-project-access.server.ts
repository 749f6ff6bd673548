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
 * A project for the people who answer for it: its presenter and who handed it in, while members of its
 * organisation, and who publishes for it.
 * @throws DomainError "not_found" (404) for everybody else
 */
export async function getOwnProject(db: DbOrTx, projectId: string, actor: UserActor) {
  return find(db, projectId, actor, false);
}

/** The same, and for its presenter even outside of the organisation: image and voice are the person's. */
export async function getPresentedProject(db: DbOrTx, projectId: string, actor: UserActor) {
  return find(db, projectId, actor, true);
}

async function find(db: DbOrTx, projectId: string, actor: UserActor, isForPresenter: boolean) {
  const row = isId(projectId)
    ? await db.roadshowProject.findUnique({ where: { id: projectId }, select })
    : null;
  const { organisationId } = row ?? { organisationId: null };
  const isPresenter = row?.presenterUserId === actor.userId;
  const isAuthor = row?.createdById === actor.userId;
  const isOwn =
    row !== null &&
    ((isPresenter && isForPresenter) ||
      ((isPresenter || isAuthor) && membershipOf(actor, organisationId) !== null) ||
      can(actor, "roadshow.pitch", { organisationId }));
  if (!isOwn) throw new DomainError("not_found", { status: 404 });
  return row;
}
