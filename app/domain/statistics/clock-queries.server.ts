import type { Db } from "~/platform/db.server";

/**
 * When the present clock of each subject is due: the latest one that was started and not stopped. A
 * clock that has fired (a reminder went out) is still the one that the page shows as overdue.
 */
export async function readDueDates(
  db: Db,
  procedure: string,
  subjectIds: readonly string[],
): Promise<Map<string, Date>> {
  if (subjectIds.length === 0) return new Map();
  const clocks = await db.procedureClock.findMany({
    where: { procedure, subjectId: { in: [...subjectIds] }, stoppedAt: null },
    orderBy: { startedAt: "asc" },
    select: { subjectId: true, dueAt: true },
  });
  return new Map(clocks.map((row) => [row.subjectId, row.dueAt]));
}
