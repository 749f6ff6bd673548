import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockForOrganiser } from "./lock-for-organiser.server";

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
