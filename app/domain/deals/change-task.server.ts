import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { dateColumn } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { getDealSpeaker, lockDeal } from "./deal-access.server";
import { dealTaskConduct, taskSelect } from "./deal-task-conduct.server";
import { assertAssignee, tellAssignee } from "./task-assignee.server";
import type { TaskChange } from "./task-schema";

/**
 * Gives an open task to somebody else or moves its date; a new date is reminded of anew.
 * @throws DomainError "not_found", "forbidden" (403), "wrong_state" (409), "deal_not_open" (409),
 * "deal_assignee"
 */
export async function changeTask(
  dealId: string,
  input: TaskChange,
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { deal } = await getDealSpeaker(tx, dealId, actor, "TASKS");
    await lockDeal(tx, dealId);
    if (deal.state === "CLOSED") throw new DomainError("deal_not_open", { status: 409 });
    const task = assertFound(
      await tx.dealTask.findFirst({ where: { id: input.taskId, dealId }, select: taskSelect }),
    );
    if (dealTaskConduct.relations(actor, task).size === 0) {
      throw new DomainError("forbidden", { status: 403 });
    }
    if (task.state !== "OPEN") throw new DomainError("wrong_state", { status: 409 });
    const { assigneeId, dueOn } = input;
    if (assigneeId !== task.assigneeId) await assertAssignee(tx, dealId, assigneeId);
    await tx.dealTask.update({
      where: { id: task.id },
      data: { assigneeId, dueOn: dueOn ? dateColumn(dueOn) : null, remindedOn: null },
    });
    if (assigneeId !== task.assigneeId) {
      await tellAssignee(tx, { id: task.id, title: task.title, assigneeId }, deal, actor);
    }
    await enqueueJob(tx, "realtime.deal", { dealId });
    await appendAudit(tx, actor, {
      action: "deal.change-task",
      subjectType: "DealTask",
      subjectId: task.id,
      detail: { dealId, assigneeId, dueOn },
    });
  });
}
