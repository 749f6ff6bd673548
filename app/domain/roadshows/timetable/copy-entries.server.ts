import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";

/** Entries and people of a version in another one, so many days later; what was called off stays out. */
export async function copyEntries(
  tx: Tx,
  fromId: string,
  toId: string,
  days: number,
): Promise<void> {
  const entries = await tx.roadshowEntry.findMany({
    where: {
      planId: fromId,
      OR: [
        { kind: "ITEM" },
        { project: { state: { notIn: ["WITHDRAWN", "WAIVED", "REJECTED"] } } },
        { meeting: { state: { in: ["ACCEPTED", "HELD", "MISSED"] } } },
      ],
    },
    include: {
      people: {
        where: { participant: { state: { not: "CANCELLED" } } },
        select: { participantId: true, role: true },
      },
    },
  });
  const later = (at: Date) => new Date(at.getTime() + days * 86_400_000);
  const copies = entries.map(({ people, ...entry }) => ({
    people,
    entry: {
      ...entry,
      id: newId(),
      planId: toId,
      startsAt: later(entry.startsAt),
      endsAt: later(entry.endsAt),
      freeAt: later(entry.freeAt),
    },
  }));
  await tx.roadshowEntry.createMany({ data: copies.map(({ entry }) => entry) });
  await tx.roadshowEntryPerson.createMany({
    data: copies.flatMap(({ entry, people }) =>
      people.map((person) => ({
        ...person,
        entryId: entry.id,
        planId: toId,
        startsAt: entry.startsAt,
        endsAt: entry.endsAt,
      })),
    ),
  });
}
