import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock, dateColumn } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { getDealSpeaker, lockDeal } from "./deal-access.server";
import { recordDealEvent } from "./record-deal-event.server";
import { assertAssignee, tellAssignee } from "./task-assignee.server";
import type { TaskInput } from "./task-schema";

/** Open tasks that one room may have at once. */
const MAX_OPEN_TASKS = 200;

/**
 * Sets a task in a room, for somebody in it or for nobody yet, with a due date or without.
 * @throws DomainError "not_found", "forbidden", "deal_area_closed" (403), "deal_not_open" (409),
 * "deal_assignee", "deal_tasks_max"
 */
export async function addTask(
  dealId: string,
  input: TaskInput,
  actor: UserActor,
  db: Db,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const { deal, organisationId } = await getDealSpeaker(tx, dealId, actor, "TASKS");
    await lockDeal(tx, dealId);
    if (deal.state === "CLOSED") throw new DomainError("deal_not_open", { status: 409 });
    await assertAssignee(tx, dealId, input.assigneeId);
    const open = await tx.dealTask.count({ where: { dealId, state: "OPEN" } });
    if (open >= MAX_OPEN_TASKS) {
      throw new DomainError("deal_tasks_max", { params: { max: MAX_OPEN_TASKS } });
    }
    const id = newId();
    const { title, note, assigneeId, dueOn } = input;
    await tx.dealTask.create({
      data: {
        id,
        dealId,
        title,
        note,
        assigneeId,
        dueOn: dueOn ? dateColumn(dueOn) : null,
        createdById: actor.userId,
        createdAt: clock.now(),
      },
    });
    const author = { userId: actor.userId, organisationId };
    await recordDealEvent(tx, dealId, { code: "taskAdded", params: { task: title } }, author);
    await tellAssignee(tx, { id, title, assigneeId }, deal, actor);
    await appendAudit(tx, actor, {
      action: "deal.add-task",
      subjectType: "DealTask",
      subjectId: id,
      detail: { dealId, assigneeId, dueOn },
    });
    return id;
  });
}
