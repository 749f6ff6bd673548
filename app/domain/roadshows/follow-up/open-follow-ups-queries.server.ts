import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import { PRESENTED_STATES } from "./follow-up-schema";

/**
 * How many answers an event still waits for: none when all rounds are answered or the last day has come.
 * Projects whose rounds are not set yet count as one each.
 */
export async function countOpenFollowUps(db: DbOrTx, roadshowId: string): Promise<number> {
  const [rows, unplanned] = await Promise.all([
    db.roadshowFollowUp.findMany({
      where: { roadshowId },
      select: { dueOn: true, answeredAt: true },
    }),
    db.roadshowProject.count({
      where: {
        roadshowId,
        state: { in: [...PRESENTED_STATES] },
        presentedAt: { not: null },
        followUps: { none: {} },
      },
    }),
  ]);
  if (unplanned > 0) return unplanned;
  const today = dateColumn(calendarDate(clock.now()));
  const isOver = rows.every((row) => row.dueOn <= today);
  return isOver ? 0 : rows.filter((row) => row.answeredAt === null).length;
}
