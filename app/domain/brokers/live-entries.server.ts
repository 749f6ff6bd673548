import type { Prisma } from "#prisma/client/client";
import { clock, dateColumn } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { DbOrTx, Tx } from "~/platform/db.server";

type Entry = Prisma.AttributionEntryGetPayload<Record<string, never>>;

/** Entries of a deal that no reversal has taken back, in their order. */
export async function listLiveEntries(
  db: DbOrTx,
  where: { dealId: string; contractId?: string; mandateId?: string; kind?: string },
): Promise<Entry[]> {
  const [entries, reversals] = await Promise.all([
    db.attributionEntry.findMany({
      where: { ...where, kind: where.kind ?? { not: "REVERSAL" } },
      orderBy: { sequence: "asc" },
    }),
    db.attributionEntry.findMany({
      where: { dealId: where.dealId, kind: "REVERSAL" },
      select: { reversesId: true },
    }),
  ]);
  const gone = new Set(reversals.map((one) => one.reversesId));
  return entries.filter((entry) => !gone.has(entry.id));
}

/**
 * Takes an entry back by one of the opposite sign; it can be done once. A correction counts on the
 * day of what it corrects; a contract's early end on its own day.
 * @param countsOn calendar date (YYYY-MM-DD); null: the day of the entry itself
 */
export async function reverseEntry(
  tx: Tx,
  entry: Entry,
  { countsOn, note }: { countsOn: string | null; note: string },
): Promise<void> {
  const { id, sequence: _sequence, createdAt: _createdAt, ...facts } = entry;
  await tx.attributionEntry.createMany({
    data: [
      {
        ...facts,
        id: newId(),
        kind: "REVERSAL",
        amountFen: -entry.amountFen,
        reversesId: id,
        factKey: `reversal:${id}`,
        countsOn: countsOn === null ? entry.countsOn : dateColumn(countsOn),
        note,
        createdAt: clock.now(),
      },
    ],
    skipDuplicates: true,
  });
}
