import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";

const DAY_MS = 86_400_000;

/**
 * Closed events of which something may still come: contracts are signed and registered long after the
 * last round of follow-up. An event without rounds counts from its last day.
 */
export async function findClosedEvents(db: DbOrTx): Promise<string[]> {
  const now = clock.now();
  const margin = await getPolicyNumber(db, "market.roadshow.outcome_margin_days", now);
  const from = new Date(dateColumn(calendarDate(now)).getTime() - margin * DAY_MS);
  const rows = await db.roadshow.findMany({
    where: {
      state: "CLOSED",
      OR: [{ endsOn: { gte: from } }, { followUps: { some: { dueOn: { gte: from } } } }],
    },
    orderBy: [{ endsOn: "desc" }, { id: "asc" }],
    select: { id: true },
  });
  return rows.map((row) => row.id);
}
