import type { DbOrTx } from "~/platform/db.server";
import type { EventRows } from "./event-rows";
import { readEventRows } from "./event-rows.server";
import { formerEntries } from "./former-entries.server";
import { locksOf } from "./former-entry";
import { type EventProblem, makeProblem } from "./make-problem";
import { type MinuteScale, minuteScale } from "./minutes-of-event";

export interface ReadProblem extends EventProblem {
  rows: EventRows;
  scale: MinuteScale;
}

/**
 * The timetable's problem of an event as its rows stand now.
 * @param basisId a version whose locked entries stay where they are
 * @throws DomainError "not_found" (404), "plan_without_dates"
 */
export async function problemOfEvent(
  db: DbOrTx,
  roadshowId: string,
  basisId: string | null,
): Promise<ReadProblem> {
  const rows = await readEventRows(db, roadshowId);
  const scale = minuteScale(rows.firstDay);
  const locked = basisId ? locksOf(await formerEntries(db, basisId, scale)) : new Map();
  return { ...makeProblem(rows, scale, { locked }), rows, scale };
}
