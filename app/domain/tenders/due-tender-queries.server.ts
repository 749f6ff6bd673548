import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";

/** Tenders about which something may be due: a date has passed, or a contract may have been signed. */
export async function listDueTenders(db: DbOrTx, take = 200): Promise<string[]> {
  const now = clock.now();
  const rows = await db.tender.findMany({
    where: {
      OR: [
        { state: "ISSUED", bidsDueAt: { lte: now } },
        { state: "CANDIDATES", candidatesEndAt: { lte: now } },
        {
          state: "AWARDED",
          deals: {
            some: { contracts: { some: { kind: "MAIN", state: { in: ["SIGNED", "COMPLETED"] } } } },
          },
        },
      ],
    },
    orderBy: { bidsDueAt: "asc" },
    take,
    select: { id: true },
  });
  return rows.map((one) => one.id);
}
