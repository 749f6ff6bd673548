import { notify } from "~/domain/notifications/notify.server";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { paymentHref, performanceHref } from "./performance-href";
import { listSideUserIds, listTreasurerIds } from "./performance-people.server";
import { dateText } from "./plan-rows.server";
import { isReminderDue, REMINDER_STAGES } from "./reminder-rules";

const AHEAD_MS = Math.max(...REMINDER_STAGES) * 86_400_000;

type Due = { id: string; title: string; contract: string; dealId: string; dueOn: string };

/**
 * Reminds of milestones and payments that are due or overdue, once a day at most. Each is marked in
 * the transaction that tells, so that two workers or a kill in the middle remind once.
 * @returns how many were reminded of
 */
export async function remindPerformance(db: Db): Promise<number> {
  const now = clock.now();
  const today = calendarDate(now);
  const until = dateColumn(calendarDate(new Date(now.getTime() + AHEAD_MS)));
  let told = 0;
  for (const table of ["Milestone", "Instalment"] as const) {
    const ids = await listDue(db, table, until, today);
    for (const id of ids) {
      if (await remindOf(db, table, id, today)) told += 1;
    }
  }
  return told;
}

async function listDue(
  db: Db,
  table: "Milestone" | "Instalment",
  until: Date,
  today: string,
): Promise<string[]> {
  const where = {
    ...notRemindedOn(today),
    dueOn: { lte: until },
    contract: { state: "SIGNED" },
  };
  const select = { id: true, dueOn: true, remindedOn: true } as const;
  const rows =
    table === "Milestone"
      ? await db.milestone.findMany({ where, orderBy: { id: "asc" }, select })
      : await db.instalment.findMany({ where, orderBy: { id: "asc" }, select });
  return rows
    .filter((row) => isReminderDue(today, dateText(row.dueOn) ?? today, dateText(row.remindedOn)))
    .map((row) => row.id);
}

function notRemindedOn(today: string) {
  const before = { remindedOn: { lt: dateColumn(today) } };
  return { state: "PLANNED", OR: [{ remindedOn: null }, before] };
}

function remindOf(
  db: Db,
  table: "Milestone" | "Instalment",
  id: string,
  today: string,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const mark = {
      where: { id, ...notRemindedOn(today) },
      data: { remindedOn: dateColumn(today) },
    };
    const { count } =
      table === "Milestone"
        ? await tx.milestone.updateMany(mark)
        : await tx.instalment.updateMany(mark);
    if (count === 0) return false;
    await (table === "Milestone" ? tellMilestone(tx, id, today) : tellPayment(tx, id, today));
    return true;
  });
}

const contract = { select: { title: true, dealId: true, deal: true } } as const;

async function tellMilestone(tx: Tx, id: string, today: string): Promise<void> {
  const row = await tx.milestone.findUniqueOrThrow({ where: { id }, include: { contract } });
  const due: Due = {
    ...{ id, title: row.title || row.contract.title, contract: row.contract.title },
    ...{ dealId: row.contract.dealId, dueOn: dateText(row.dueOn) ?? today },
  };
  await notify(tx, {
    userIds: await listSideUserIds(tx, due.dealId, "SUPPLY"),
    kind: due.dueOn < today ? "milestoneOverdue" : "milestoneDue",
    params: { title: due.title, contract: due.contract, date: due.dueOn },
    href: performanceHref(due.dealId),
    dedupeKey: `milestone:${id}:due:${today}`,
  });
}

async function tellPayment(tx: Tx, id: string, today: string): Promise<void> {
  const row = await tx.instalment.findUniqueOrThrow({ where: { id }, include: { contract } });
  const { deal, dealId, title } = row.contract;
  const dueOn = dateText(row.dueOn) ?? today;
  const people = await listSideUserIds(tx, dealId, "DEMAND");
  const isStatement = row.kind === "ROYALTY" && row.statedAt === null;
  await notify(tx, {
    userIds: [...people, ...(await listTreasurerIds(tx, deal.demandOrganisationId))],
    kind: isStatement ? "royaltyDue" : dueOn < today ? "paymentOverdue" : "paymentDue",
    params: { contract: title, date: dueOn },
    href: paymentHref(id),
    dedupeKey: `payment:${id}:due:${today}`,
  });
}
