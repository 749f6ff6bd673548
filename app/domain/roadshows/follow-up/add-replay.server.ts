import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId, newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { assertOrganiser } from "../events/roadshow-access.server";
import { listStandingConsents, mayReplay } from "./consent-queries.server";

async function lockForOrganiser(
  tx: Parameters<typeof lockRoadshow>[0],
  id: string,
  actor: UserActor,
) {
  if (!isId(id)) throw new DomainError("not_found", { status: 404 });
  await assertOrganiser(tx, id, actor);
  await lockRoadshow(tx, id);
}

/**
 * Adds the recording of a project, as a link to where the organiser keeps it.
 * @throws DomainError "not_found" (404), "roadshow_replay_confidential", "roadshow_replay_consent" (409)
 */
export async function addReplay(
  input: { roadshowId: string; projectId: string; title: string; url: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const { roadshowId, projectId, title, url } = input;
  await inTransaction(db, async (tx) => {
    await lockForOrganiser(tx, roadshowId, actor);
    const project = assertFound(
      await tx.roadshowProject.findFirst({ where: { id: projectId, roadshowId } }),
    );
    if (project.confidentiality !== "PUBLIC") {
      throw new DomainError("roadshow_replay_confidential", { field: "projectId", status: 409 });
    }
    const consents = (await listStandingConsents(tx, [projectId])).get(projectId);
    if (!mayReplay(project, consents)) {
      throw new DomainError("roadshow_replay_consent", { field: "projectId", status: 409 });
    }
    const id = newId();
    const createdAt = clock.now();
    await tx.roadshowReplay.create({
      data: { id, projectId, title, url, addedById: actor.userId, createdAt },
    });
    await appendAudit(tx, actor, {
      action: "roadshow-replay.add",
      subjectType: "RoadshowProject",
      subjectId: projectId,
      detail: { replayId: id },
    });
  });
}

/** Takes a recording off the page. Once more does nothing. @throws DomainError "not_found" (404) */
export async function removeReplay(
  input: { roadshowId: string; replayId: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const { roadshowId, replayId } = input;
  await inTransaction(db, async (tx) => {
    await lockForOrganiser(tx, roadshowId, actor);
    const replay = isId(replayId)
      ? await tx.roadshowReplay.findFirst({ where: { id: replayId, project: { roadshowId } } })
      : null;
    const { removedAt, projectId } = assertFound(replay);
    if (removedAt) return;
    await tx.roadshowReplay.update({ where: { id: replayId }, data: { removedAt: clock.now() } });
    await appendAudit(tx, actor, {
      action: "roadshow-replay.remove",
      subjectType: "RoadshowProject",
      subjectId: projectId,
      detail: { replayId },
    });
  });
}
