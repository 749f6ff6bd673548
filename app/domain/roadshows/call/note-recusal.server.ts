import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { isId, newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { rankProjects } from "./rank-projects.server";

/** Writes that somebody stepped back, the event locked by the caller. */
export async function noteRecusal(
  tx: Tx,
  roadshowId: string,
  input: { memberId: string; projectId: string; reason: string; kind: "DECLARED" | "ORDERED" },
  actor: UserActor,
): Promise<void> {
  const { memberId, projectId, kind } = input;
  const project = isId(projectId)
    ? await tx.roadshowProject.findFirst({
        where: { id: projectId, roadshowId, submittedAt: { not: null } },
        select: { id: true },
      })
    : null;
  if (!project) throw new DomainError("not_found", { status: 404 });
  const reason = input.reason.trim();
  if (reason === "") throw new DomainError("note_required", { field: "reason" });
  await tx.roadshowRecusal.createMany({
    data: {
      id: newId(),
      memberId,
      projectId,
      kind,
      reason,
      createdById: actor.userId,
      createdAt: clock.now(),
    },
    skipDuplicates: true,
  });
  await rankProjects(tx, roadshowId);
  await appendAudit(tx, actor, {
    action: "roadshow-project.recused",
    subjectType: "RoadshowProject",
    subjectId: projectId,
    detail: { member: memberId, kind },
  });
}
