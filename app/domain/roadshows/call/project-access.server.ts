import type { Actor } from "~/domain/identity/actor";
import { can, membershipOf } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import { HANDED_IN_STATES, type ProjectState } from "./project-procedure";
import { type ProjectRow, projectSelect } from "./project-rows.server";

export type ProjectRole = "owner" | "organiser" | "office" | "stage";

/** What the actor is to a project; null for strangers, to whom it does not exist. */
export function projectRoleOf(actor: Actor, row: ProjectRow): ProjectRole | null {
  if (actor.kind !== "USER") return null;
  if (membershipOf(actor, row.organisationId) || row.presenterUserId === actor.userId) {
    return "owner";
  }
  if (!HANDED_IN_STATES.includes(row.state as ProjectState) && row.submittedAt === null)
    return null;
  const { organisationId, regionCode, members } = row.roadshow;
  if (can(actor, "roadshow.organise", { organisationId })) return "organiser";
  if (can(actor, "roadshow.operate", { regionCode })) return "office";
  const isStaff = members.some(
    (one) => one.userId === actor.userId && ["STAGE", "MODERATOR"].includes(one.role),
  );
  return isStaff ? "stage" : null;
}

/** @throws DomainError "not_found" (404) for whoever has nothing to do with the project */
export async function getSeenProject(
  db: DbOrTx,
  id: string,
  actor: Actor,
): Promise<{ row: ProjectRow; role: ProjectRole }> {
  const row = isId(id)
    ? await db.roadshowProject.findUnique({ where: { id }, select: projectSelect })
    : null;
  const role = row && projectRoleOf(actor, row);
  if (!row || !role) throw new DomainError("not_found", { status: 404 });
  return { row, role };
}

/** The same as a check; the market itself sees every project. */
export async function assertProjectSeen(db: DbOrTx, id: string, actor: Actor): Promise<void> {
  if (actor.kind === "USER") await getSeenProject(db, id, actor);
}
