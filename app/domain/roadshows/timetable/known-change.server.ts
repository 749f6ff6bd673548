import type { DbOrTx } from "~/platform/db.server";
import { pitchKey, readKey } from "./activity-key";
import type { DayChange } from "./day-change";
import type { FormerEntry } from "./former-entry";
import type { MinuteScale } from "./minutes-of-event";

/**
 * Whether the public version has a change already: it was given twice, by one person or by two at once.
 * @param now minute from which on entries can still be changed
 */
export async function isKnownChange(
  db: DbOrTx,
  roadshowId: string,
  change: DayChange,
  former: readonly FormerEntry[],
  { now, scale }: { now: number; scale: MinuteScale },
): Promise<boolean> {
  const meets = (id: string | undefined, from = now) =>
    former.some(
      ({ start, people }) => start > now && start >= from && people.some((one) => one.id === id),
    );
  const hasPitch = (projectId: string) => former.some(({ key }) => key === pitchKey(projectId));
  switch (change.kind) {
    case "DELAY":
      return change.delayId !== undefined && (await isPublicDelay(db, roadshowId, change.delayId));
    case "PLACE_CLOSED": {
      const from = scale.minuteOf(change.fromAt);
      // A programme item that has no other place stays announced where it was.
      const isThere = (one: FormerEntry) =>
        one.placeId === change.placeId && readKey(one.key).kind !== "ITEM";
      return !former.some((one) => isThere(one) && one.start > now && one.start >= from);
    }
    case "PROJECT_OUT":
      return !hasPitch(change.projectId) && !meets(change.participantId);
    case "PERSON_OUT":
      return !meets(change.participantId, scale.minuteOf(change.fromAt));
    case "PROJECT_IN":
      return hasPitch(change.projectId);
  }
}

/** Whether an announced delay is in a version that was public. */
export async function isPublicDelay(
  db: DbOrTx,
  roadshowId: string,
  delayId: string,
): Promise<boolean> {
  const versions = await db.roadshowPlan.count({
    where: {
      roadshowId,
      publishedAt: { not: null },
      findings: { path: ["delayId"], equals: delayId },
    },
  });
  return versions > 0;
}
