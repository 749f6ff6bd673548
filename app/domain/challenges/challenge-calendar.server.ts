import { DomainError } from "~/domain/shared/domain-error";
import { type CalendarEvent, writeCalendar } from "~/domain/shared/icalendar";
import type { DbOrTx } from "~/platform/db.server";
import { isPublished } from "./challenge-access.server";
import { publicHref } from "./challenge-href";
import { challengeProcedure } from "./challenge-procedure";

type Words = {
  /** Host of the market, without a slash at the end. */
  base: string;
  language: "zh-CN" | "en";
  names: { due: string; publicity: string; finish: string };
};

/**
 * Deadlines of a published challenge. Each keeps its UID; its SEQUENCE is the number of moves so far,
 * which never goes down; what will not happen any more is cancelled.
 * @throws DomainError "not_found" (404)
 */
export async function challengeCalendar(
  db: DbOrTx,
  number: number,
  { base, language, names }: Words,
): Promise<string> {
  const isNumber = Number.isInteger(number) && number > 0 && number <= 2_147_483_647;
  const row = isNumber ? await db.challenge.findUnique({ where: { number } }) : null;
  if (!row || !isPublished(row)) throw new DomainError("not_found", { status: 404 });
  const moves = await db.procedureMove.aggregate({
    where: { procedure: challengeProcedure.name, subjectId: row.id },
    _count: { id: true },
    _max: { at: true },
  });
  const isOver = row.state === "WITHDRAWN" || row.state === "TERMINATED";
  const changedAt = moves._max.at ?? row.createdAt;
  const event = (key: string, name: string, start: Date | string): CalendarEvent => ({
    uid: `challenge-${row.number}-${key}@${new URL(base).host}`,
    sequence: moves._count.id,
    changedAt,
    title: `${name} · ${row.title}`,
    url: `${base}${publicHref(row.number)}`,
    status: isOver ? "CANCELLED" : "CONFIRMED",
    start,
    remindMinutes: [24 * 60],
  });
  const events = [
    ...(row.intentionsDueAt ? [event("due", names.due, row.intentionsDueAt)] : []),
    ...(row.publicityEndsAt ? [event("publicity", names.publicity, row.publicityEndsAt)] : []),
    ...(row.finishOn
      ? [event("finish", names.finish, row.finishOn.toISOString().slice(0, 10))]
      : []),
  ];
  return writeCalendar({ name: row.title, language, refreshMinutes: 360, events });
}
