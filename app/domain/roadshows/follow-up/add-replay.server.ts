import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { listStandingConsents, mayReplay } from "./consent-queries.server";
import { lockForOrganiser } from "./lock-for-organiser.server";

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
