import type { UserActor } from "~/domain/identity/actor";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { getDealSpeaker, lockDeal } from "./deal-access.server";
import { dealTaskConduct } from "./deal-task-conduct.server";
import type { DealTaskMove } from "./deal-task-procedure";

/**
 * Finishes, reopens or cancels a task of a room.
 * @throws DomainError "not_found", "forbidden", "wrong_actor" (403), "wrong_state", "deal_not_open"
 */
export async function moveTask(
  dealId: string,
  input: { taskId: string; move: DealTaskMove },
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getDealSpeaker(tx, dealId, actor, "TASKS");
    await lockDeal(tx, dealId);
    const where = { id: input.taskId, dealId };
    assertFound(isId(input.taskId) ? await tx.dealTask.findFirst({ where }) : null);
    await advance(tx, dealTaskConduct, input.taskId, input.move, actor);
  });
}
