import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { isId, newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { assertOrganiser } from "../events/roadshow-access.server";
import { rankProjects } from "./rank-projects.server";
import { getOwnSeat } from "./seat-access.server";

/**
 * A reviewer or judge steps back from a project, with the reason. What was handed in no longer counts.
 * @throws DomainError "not_found" (404), "note_required"
 */
export async function declareRecusal(
  input: { memberId: string; projectId: string; reason: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { roadshow, id } = await getOwnSeat(tx, input.memberId, actor);
    await lockRoadshow(tx, roadshow.id);
    await noteRecusal(tx, roadshow.id, { ...input, memberId: id, kind: "DECLARED" }, actor);
  });
}

/**
 * The organiser has a reviewer or judge step back. Not once points are in: nobody drops a known opinion.
 * @throws DomainError "not_found" (404), "note_required", "pitch_reviewed" (409)
 */
export async function orderRecusal(
  input: { roadshowId: string; memberId: string; projectId: string; reason: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await assertOrganiser(tx, input.roadshowId, actor);
    await lockRoadshow(tx, input.roadshowId);
    const member = isId(input.memberId)
      ? await tx.roadshowMember.findFirst({
          where: { id: input.memberId, roadshowId: input.roadshowId, state: "ACCEPTED" },
          select: { id: true, role: true },
        })
      : null;
    if (!member || !["REVIEWER", "JUDGE"].includes(member.role)) {
      throw new DomainError("not_found", { status: 404 });
    }
    const where = { memberId: member.id, projectId: input.projectId };
    const isKnown =
      (await tx.roadshowReview.count({ where })) + (await tx.roadshowScore.count({ where })) > 0;
    if (isKnown) throw new DomainError("pitch_reviewed", { status: 409 });
    await noteRecusal(tx, input.roadshowId, { ...input, kind: "ORDERED" }, actor);
  });
}

async function noteRecusal(
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
