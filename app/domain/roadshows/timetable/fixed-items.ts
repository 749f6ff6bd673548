import { itemKey } from "./activity-key";
import type { EventRows, ItemRow } from "./event-rows";
import type { MinuteScale } from "./minutes-of-event";

/** Items in one place, one right after another, that stay where the organiser put them. */
export interface FixedRun {
  key: string;
  placeId: string;
  items: { item: ItemRow; start: number }[];
  from: number;
  to: number;
}

/**
 * Fixed items by place; those with less than the set-up time between them are one run, because the
 * organiser says that no set-up is needed there. Items that overlap stay apart and clash by name.
 * @param standsAt where items stand though their own place and time say something else
 */
export function fixedRuns(
  rows: EventRows,
  scale: MinuteScale,
  setupOf: (placeId: string) => number,
  standsAt: ReadonlyMap<string, { start: number; placeId: string }>,
): FixedRun[] {
  const placed = rows.items.flatMap((item) => {
    const stands = standsAt.get(item.id);
    if (stands) return [{ item, ...stands }];
    if (!item.placeId || !item.startsAt) return [];
    return [{ item, start: scale.minuteOf(item.startsAt), placeId: item.placeId }];
  });
  placed.sort((a, b) => a.start - b.start || a.item.id.localeCompare(b.item.id));
  const runs: FixedRun[] = [];
  for (const { item, start, placeId } of placed) {
    const to = start + item.minutes;
    const last = runs.findLast((run) => run.placeId === placeId);
    const gap = last ? start - last.to : -1;
    if (last && gap >= 0 && gap < setupOf(placeId)) {
      last.items.push({ item, start });
      last.to = to;
    } else runs.push({ key: "", placeId, items: [{ item, start }], from: start, to });
  }
  return runs.map((run) => ({ ...run, key: itemKey(...run.items.map(({ item }) => item.id)) }));
}
