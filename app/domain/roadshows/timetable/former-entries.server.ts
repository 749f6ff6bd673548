import type { DbOrTx } from "~/platform/db.server";
import { keyOfEntry } from "./activity-key";
import type { EntryRole } from "./agenda-view";
import type { FormerEntry } from "./former-entry";
import type { MinuteScale } from "./minutes-of-event";

/** The entries of a version by name of their activity, in order of time. */
export async function formerEntries(
  db: DbOrTx,
  planId: string,
  scale: MinuteScale,
): Promise<FormerEntry[]> {
  const rows = await db.roadshowEntry.findMany({
    where: { planId },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    include: { people: { select: { participantId: true, role: true } } },
  });
  return rows.map(({ projectId, meetingId, itemId, ...row }) => ({
    key: keyOfEntry({ kind: "ITEM", projectId, meetingId, itemId }),
    placeId: row.placeId,
    seat: row.seat,
    isLocked: row.isLocked,
    start: scale.minuteOf(row.startsAt),
    end: scale.minuteOf(row.endsAt),
    people: row.people.map(({ participantId, role }) => ({
      id: participantId,
      role: role as EntryRole,
    })),
  }));
}
