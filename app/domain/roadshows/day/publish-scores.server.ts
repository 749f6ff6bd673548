import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { assertOrganiser } from "../events/roadshow-access.server";
import { rankedScores } from "./ranked-scores.server";
import { tellRoadshowHint } from "./roadshow-news.server";

/**
 * Publishes results and ranks of an event, once its projects that were on stage and go on have all been
 * closed; those closed without a result have none. A result stands as it was published; projects of a later publication are ranked together with the earlier ones.
 * @throws DomainError "not_found" (404), "score_none" (409), "score_open" (409), "score_published" (409)
 */
export async function publishScores(
  roadshowId: string,
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await assertOrganiser(tx, roadshowId, actor);
    await lockRoadshow(tx, roadshowId);
    const ranked = await rankedScores(tx, roadshowId);
    const open = ranked.filter((one) => one.isAwaited).length;
    if (open > 0) throw new DomainError("score_open", { status: 409, params: { open } });
    const closed = ranked.filter((one) => one.rank !== null);
    if (closed.length === 0) throw new DomainError("score_none", { status: 409 });
    if (closed.every((one) => one.isPublished)) {
      throw new DomainError("score_published", { status: 409 });
    }
    for (const { projectId, rank } of closed) {
      await tx.roadshowProject.update({ where: { id: projectId }, data: { stageRank: rank } });
    }
    await appendAudit(tx, actor, {
      action: "roadshow.scores-published",
      subjectType: "Roadshow",
      subjectId: roadshowId,
      detail: { projects: closed.length },
    });
  });
  tellRoadshowHint({ roadshowId, topic: "scores", to: "ALL" });
}
