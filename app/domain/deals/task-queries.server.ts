import type { UserActor } from "~/domain/identity/actor";
import { calendarDate, clock } from "~/domain/shared/clock";
import { openMoves } from "~/domain/shared/procedure/procedure";
import type { Db, DbOrTx } from "~/platform/db.server";
import { getDealAccess } from "./deal-access.server";
import { listDealUserIds } from "./deal-people-queries.server";
import { dealTaskConduct, taskSelect } from "./deal-task-conduct.server";
import { type DealTaskState, dealTaskProcedure } from "./deal-task-procedure";
import type { TaskItem } from "./deal-task-view";

/**
 * Tasks of a room, those due first in front, and the people who can be given one.
 * @throws DomainError "not_found" (404), "deal_area_closed" (403)
 */
export async function listTasks(
  dealId: string,
  filter: { isAll: boolean; skip: number; take: number },
  actor: UserActor,
  db: Db,
): Promise<{
  items: TaskItem[];
  total: number;
  people: { id: string; name: string }[];
  canAdd: boolean;
}> {
  const access = await getDealAccess(db, dealId, actor, "TASKS");
  const where = { dealId, ...(filter.isAll ? {} : { state: "OPEN" }) };
  const [rows, total, people] = await Promise.all([
    db.dealTask.findMany({
      where,
      orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }, { id: "asc" }],
      skip: filter.skip,
      take: filter.take,
      select: { ...taskSelect, note: true, dueOn: true, doneAt: true, doneById: true },
    }),
    db.dealTask.count({ where }),
    listPeople(db, await listDealUserIds(db, dealId, "TASKS")),
  ]);
  const strangers = rows.flatMap((row) => [row.assigneeId, row.doneById]).flatMap((id) => id ?? []);
  const names = new Map(
    (await listPeople(db, [...new Set(strangers)])).map((one) => [one.id, one.name]),
  );
  const today = calendarDate(clock.now());
  const isRunning = access.participantId !== null && access.deal.state !== "CLOSED";
  const items = rows.map((row): TaskItem => {
    const dueOn = row.dueOn ? row.dueOn.toISOString().slice(0, 10) : null;
    const relations = dealTaskConduct.relations(actor, row);
    return {
      id: row.id,
      state: row.state as DealTaskState,
      title: row.title,
      note: row.note,
      assigneeId: row.assigneeId,
      assigneeName: row.assigneeId ? (names.get(row.assigneeId) ?? null) : null,
      dueOn,
      urgency: row.state === "OPEN" ? urgencyOf(dueOn, today) : null,
      doneByName: row.doneById ? (names.get(row.doneById) ?? null) : null,
      doneAt: row.doneAt?.toISOString() ?? null,
      moves: isRunning ? openMoves(dealTaskProcedure, row.state, relations) : [],
      canChange: isRunning && row.state === "OPEN" && relations.size > 0,
    };
  });
  return { items, total, people, canAdd: isRunning };
}

function urgencyOf(dueOn: string | null, today: string): TaskItem["urgency"] {
  if (!dueOn || dueOn > today) return null;
  return dueOn === today ? "TODAY" : "OVERDUE";
}

async function listPeople(db: DbOrTx, ids: readonly string[]) {
  return db.user.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
}
