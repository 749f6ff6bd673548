import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { MoveInput } from "~/domain/shared/procedure/conduct";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { challengeMilestoneConduct } from "./challenge-milestone-conduct.server";
import { getReadableTaker } from "./taker-access.server";
import { lockTaker } from "./taker-rows.server";

export type DecideMilestoneInput = { takerId: string; milestoneId: string; note: string } & (
  | { move: "accept"; reportedAt: string }
  | { move: "sendBack" | "fail" | "retry" }
);

/**
 * What the poster says about a milestone.
 * @throws DomainError "not_found" (404), "wrong_actor" (403), "wrong_state" (409), "note_required",
 * "changed_meanwhile", "challenge_taker_not_running"
 */
export async function decideMilestone(
  input: DecideMilestoneInput,
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getReadableTaker(tx, input.takerId, actor);
    const row = await lockTaker(tx, input.takerId);
    if (!row.milestones.some((one) => one.id === input.milestoneId)) {
      throw new DomainError("not_found", { status: 404 });
    }
    const { note } = input;
    const shown: MoveInput =
      input.move === "accept" ? { reportedAt: input.reportedAt, note } : { note };
    await advance(tx, challengeMilestoneConduct, input.milestoneId, input.move, actor, shown);
  });
}
