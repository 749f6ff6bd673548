import type { DbOrTx } from "~/platform/db.server";
import { calendarDate, clock, dateColumn } from "./clock";
import type { WorkingCalendar } from "./working-days";

/**
 * The value of a dated policy parameter that is in force on a date.
 * @throws Error when none is: a rule without its parameter must not be guessed
 */
export async function getPolicyNumber(
  db: DbOrTx,
  key: string,
  on: Date = clock.now(),
  scope = "market",
): Promise<number> {
  const date = dateColumn(calendarDate(on));
  const row = await db.policyParameter.findFirst({
    where: {
      key,
      scope: { in: [scope, "market", "national"] },
      validFrom: { lte: date },
      OR: [{ validTo: null }, { validTo: { gte: date } }],
    },
    orderBy: { validFrom: "desc" },
    select: { value: true },
  });
  if (typeof row?.value !== "number") throw new Error(`no policy parameter ${key} in force`);
  return row.value;
}

const toDate = (column: Date) => column.toISOString().slice(0, 10);

/** The working-day calendar as the table has it now. */
export async function getCalendar(db: DbOrTx): Promise<WorkingCalendar> {
  const [years, days] = await Promise.all([
    db.calendarYear.findMany({ select: { year: true } }),
    db.calendarDay.findMany({ select: { date: true, kind: true } }),
  ]);
  const ofKind = (kind: string) =>
    new Set(days.filter((day) => day.kind === kind).map((day) => toDate(day.date)));
  return {
    years: new Set(years.map((row) => row.year)),
    holidays: ofKind("HOLIDAY"),
    makeupDays: ofKind("MAKEUP"),
  };
}
