import { appendAudit } from "~/domain/audit/append-audit.server";
import { systemActor } from "~/domain/identity/actor";
import { notify } from "~/domain/notifications/notify.server";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { dealHref } from "./deal-href";
import { listDealUserIds } from "./deal-people-queries.server";

const BATCH = 200;
const DAY_MS = 86_400_000;

/**
 * Reminds of the open tasks that are due tomorrow, today or overdue: whoever is to do them, or set
 * them where nobody is named or the person has left. Each task at most once a day, however often this
 * runs. @returns how many tasks were reminded of
 */
export async function remindTasks(db: Db): Promise<number> {
  const now = clock.now();
  const today = dateColumn(calendarDate(now));
  const tomorrow = dateColumn(calendarDate(new Date(now.getTime() + DAY_MS)));
  let reminded = 0;
  for (;;) {
    const due = await db.dealTask.findMany({
      where: {
        state: "OPEN",
        dueOn: { lte: tomorrow },
        OR: [{ remindedOn: null }, { remindedOn: { lt: today } }],
        deal: { state: { not: "CLOSED" } },
      },
      orderBy: { id: "asc" },
      take: BATCH,
      select: {
        id: true,
        title: true,
        dueOn: true,
        assigneeId: true,
        createdById: true,
        deal: { select: { id: true, title: true } },
      },
    });
    for (const task of due) if (await remind(db, task, today)) reminded += 1;
    if (due.length < BATCH) return reminded;
  }
}

type Due = {
  id: string;
  title: string;
  dueOn: Date | null;
  assigneeId: string | null;
  createdById: string;
  deal: { id: string; title: string };
};

async function remind(db: Db, task: Due, today: Date): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    // Of two runs at once, one finds the row still unmarked.
    const marked = await tx.dealTask.updateMany({
      where: {
        id: task.id,
        state: "OPEN",
        OR: [{ remindedOn: null }, { remindedOn: { lt: today } }],
      },
      data: { remindedOn: today },
    });
    if (marked.count === 0) return false;
    const people = await listDealUserIds(tx, task.deal.id, "TASKS");
    const person = [task.assigneeId, task.createdById].find((id) => id && people.includes(id));
    const day = today.toISOString().slice(0, 10);
    await notify(tx, {
      userIds: person ? [person] : [],
      kind: "dealTaskDue",
      params: {
        task: task.title,
        title: task.deal.title,
        date: task.dueOn?.toISOString().slice(0, 10) ?? "",
      },
      href: dealHref(task.deal.id, "tasks"),
      dedupeKey: `deal-task:${task.id}:${day}`,
    });
    await appendAudit(tx, systemActor("deal-reminders"), {
      action: "deal.remind-task",
      subjectType: "DealTask",
      subjectId: task.id,
      detail: { day },
    });
    return true;
  });
}
