import { meetingKey } from "./activity-key";
import type { EventRows } from "./event-rows";

/**
 * Most meetings of each participant that are still to be planned: as many as the person takes, but for those
 * that are kept, and not fewer than are locked or public already.
 * @param kept keys of what is kept
 * @param held keys of what is locked or may stay where it is public
 */
export function meetingQuotas(
  rows: EventRows,
  kept: ReadonlySet<string>,
  held: ReadonlySet<string>,
): Map<string, number> {
  const past = new Map<string, number>();
  const ahead = new Map<string, number>();
  for (const { id, fromId, toId } of rows.meetings) {
    const key = meetingKey(id);
    const counts = kept.has(key) ? past : held.has(key) ? ahead : null;
    for (const person of [fromId, toId]) counts?.set(person, (counts.get(person) ?? 0) + 1);
  }
  return new Map(
    rows.people.map(({ id, meetingsMax }) => {
      const most = Math.min(meetingsMax, rows.rules.meetingsMax);
      return [id, Math.max(0, most - (past.get(id) ?? 0), ahead.get(id) ?? 0)];
    }),
  );
}
