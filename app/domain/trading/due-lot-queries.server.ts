import type { Db } from "~/platform/db.server";

/** How long the sweep makes sure that somebody was told of a contract that is overdue. */
const TELLING_MS = 3_600_000;

/** Lots about which something is due: for the sweep that finds what a lost job has left. */
export async function findDueLots(db: Db, now: Date, take = 200): Promise<string[]> {
  const lots = await db.lot.findMany({
    where: {
      OR: [
        { state: "ANNOUNCED", applicationsEndAt: { lte: now } },
        { state: "PENDING_CONFIRM", confirmDueAt: { lte: now } },
        { state: "SOLD", contractDueAt: { lte: now, gt: new Date(now.getTime() - TELLING_MS) } },
        { isTraining: true, state: { in: ["SOLD", "NEGOTIATION"] }, contractDueAt: { lte: now } },
      ],
    },
    orderBy: { id: "asc" },
    take,
    select: { id: true },
  });
  return lots.map((lot) => lot.id);
}
