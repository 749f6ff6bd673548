import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { forgetRankings } from "./ranking-memory.server";

/**
 * Ends a running trial: lists come from the ranker at work again. What was shown stays counted.
 * @throws DomainError "forbidden" (403), "trial_not_running" (409)
 */
export async function endTrial(trialId: string, actor: UserActor, db: Db): Promise<void> {
  assertCan(actor, "match.operate");
  await inTransaction(db, async (tx) => {
    const { count } = await tx.matchTrial.updateMany({
      where: { id: trialId, endedAt: null },
      data: { endedAt: clock.now() },
    });
    if (count === 0) throw new DomainError("trial_not_running", { status: 409 });
    await appendAudit(tx, actor, {
      action: "match.trial-end",
      subjectType: "MatchTrial",
      subjectId: trialId,
    });
  });
  forgetRankings();
}
