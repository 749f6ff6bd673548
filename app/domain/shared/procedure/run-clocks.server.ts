import { calendarDate, endOfDate } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { getCalendar, getPolicyNumber } from "~/domain/shared/reference-data.server";
import { addCalendarDays, addMonths, addWorkingDays } from "~/domain/shared/working-days";
import type { Tx } from "~/platform/db.server";
import type { ClockDefinition, Procedure } from "./procedure";

/**
 * Starts, suspends, resumes and stops the clocks of subjects that enter state `to`.
 * A due instant is the end of the due date (24:00, Asia/Shanghai).
 */
export async function moveClocks(
  tx: Tx,
  procedure: Procedure,
  subjects: readonly { id: string; state: string }[],
  move: string,
  to: string,
  now: Date,
): Promise<void> {
  const ids = subjects.map((subject) => subject.id);
  for (const [name, definition] of Object.entries(procedure.clocks)) {
    const where = {
      procedure: procedure.name,
      subjectId: { in: ids },
      clock: name,
      firedAt: null,
      stoppedAt: null,
    };
    if (definition.runsIn.includes(to)) {
      if (definition.restartsOn?.includes(move)) {
        await tx.procedureClock.updateMany({ where, data: { stoppedAt: now } });
      }
      const running = await resume(tx, where, now);
      const missing = ids.filter((id) => !running.has(id));
      if (missing.length > 0) {
        const dueAt = await dueInstant(tx, definition, now);
        await tx.procedureClock.createMany({
          data: missing.map((subjectId) => ({
            id: newId(),
            procedure: procedure.name,
            subjectId,
            clock: name,
            startedAt: now,
            dueAt,
          })),
        });
      }
    } else if (definition.suspendedIn?.includes(to)) {
      await tx.procedureClock.updateMany({
        where: { ...where, suspendedAt: null },
        data: { suspendedAt: now },
      });
    } else {
      await tx.procedureClock.updateMany({ where, data: { stoppedAt: now } });
    }
  }
}

async function resume(
  tx: Tx,
  where: {
    procedure: string;
    subjectId: { in: string[] };
    clock: string;
    firedAt: null;
    stoppedAt: null;
  },
  now: Date,
): Promise<Set<string>> {
  const rows = await tx.procedureClock.findMany({ where });
  for (const row of rows) {
    if (!row.suspendedAt) continue;
    const stoodStillMs = now.getTime() - row.suspendedAt.getTime();
    await tx.procedureClock.update({
      where: { id: row.id },
      data: { suspendedAt: null, dueAt: new Date(row.dueAt.getTime() + stoodStillMs) },
    });
  }
  return new Set(rows.map((row) => row.subjectId));
}

/** When a clock that starts now is due. */
export async function dueInstant(
  tx: Tx,
  definition: Pick<ClockDefinition<string, string>, "unit" | "parameter">,
  now: Date,
): Promise<Date> {
  const length = await getPolicyNumber(tx, definition.parameter, now);
  const start = calendarDate(now);
  if (definition.unit === "MONTH") return endOfDate(addMonths(start, length));
  const calendar = await getCalendar(tx);
  const due =
    definition.unit === "WORKDAY"
      ? addWorkingDays(calendar, start, length)
      : addCalendarDays(calendar, start, length);
  return endOfDate(due);
}
