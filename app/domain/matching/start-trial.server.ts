import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { rankerVersions } from "./ranker-registry";
import { forgetRankings } from "./ranking-memory.server";
import { isUniqueViolation } from "./unique-violation.server";

/**
 * Starts an interleaved trial: from now on lists are drafted from both rankers in turn (lists that another
 * process has made stay for two minutes). One trial runs at a time; of two starts at once the database
 * refuses one.
 * @throws DomainError "forbidden" (403), "not_a_choice", "trial_same_ranker", "trial_running" (409)
 * @returns id of the trial
 */
export async function startTrial(
  input: { rankerA: string; rankerB: string },
  actor: UserActor,
  db: Db,
): Promise<string> {
  assertCan(actor, "match.operate");
  const { rankerA, rankerB } = input;
  const known = rankerVersions();
  if (!known.includes(rankerA)) throw new DomainError("not_a_choice", { field: "rankerA" });
  if (!known.includes(rankerB)) throw new DomainError("not_a_choice", { field: "rankerB" });
  if (rankerA === rankerB) throw new DomainError("trial_same_ranker", { field: "rankerB" });
  const id = newId();
  try {
    await inTransaction(db, async (tx) => {
      await tx.matchTrial.create({
        data: { id, rankerA, rankerB, startedById: actor.userId, startedAt: clock.now() },
      });
      await appendAudit(tx, actor, {
        action: "match.trial-start",
        subjectType: "MatchTrial",
        subjectId: id,
        detail: { rankerA, rankerB },
      });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new DomainError("trial_running", { status: 409 });
    throw error;
  }
  forgetRankings();
  return id;
}
