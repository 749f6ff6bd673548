import type { UserActor } from "~/domain/identity/actor";
import { notify } from "~/domain/notifications/notify.server";
import { DomainError } from "~/domain/shared/domain-error";
import type { Tx } from "~/platform/db.server";
import { dealHref } from "./deal-href";
import { listDealUserIds } from "./deal-people-queries.server";

/** @throws DomainError "deal_assignee" for somebody who does not see the room's tasks */
export async function assertAssignee(
  tx: Tx,
  dealId: string,
  assigneeId: string | null,
): Promise<void> {
  if (assigneeId === null) return;
  const people = await listDealUserIds(tx, dealId, "TASKS");
  if (!people.includes(assigneeId)) {
    throw new DomainError("deal_assignee", { field: "assigneeId" });
  }
}

/** Tells a person who has been given a task by somebody else. */
export async function tellAssignee(
  tx: Tx,
  task: { id: string; title: string; assigneeId: string | null },
  deal: { id: string; title: string },
  actor: UserActor,
): Promise<void> {
  if (!task.assigneeId || task.assigneeId === actor.userId) return;
  await notify(tx, {
    userIds: [task.assigneeId],
    kind: "dealTaskAssigned",
    params: { task: task.title, title: deal.title },
    href: dealHref(deal.id, "tasks"),
  });
}
