import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import type { EventRows } from "./event-rows";
import { readEventRows } from "./event-rows.server";
import { formerEntries } from "./former-entries.server";
import { locksOf } from "./former-entry";
import { type KeptPast, keptPast } from "./kept-past.server";
import { type EventProblem, makeProblem } from "./make-problem";
import { type MinuteScale, minuteScale } from "./minutes-of-event";

export interface ReadProblem extends EventProblem {
  rows: EventRows;
  scale: MinuteScale;
}

export interface OrderedProblem extends ReadProblem {
  /** While the event runs, what cannot be changed any more. */
  past: KeptPast | null;
}

/**
 * The timetable's problem of an event as its rows stand now. While the event runs, what has begun stays as
 * it is public and nothing else begins in the past.
 * @param basisId a version whose locked entries stay where they are
 * @throws DomainError "not_found" (404), "plan_without_dates"
 */
export async function problemOfEvent(
  db: DbOrTx,
  roadshowId: string,
  basisId: string | null,
): Promise<OrderedProblem> {
  const rows = await readEventRows(db, roadshowId);
  const scale = minuteScale(rows.firstDay);
  const past = await keptPast(db, roadshowId, rows.people, scale, clock.now());
  const locks = basisId ? locksOf(await formerEntries(db, basisId, scale)) : new Map();
  if (!past) return { ...makeProblem(rows, scale, { locked: locks }), rows, scale, past };
  const { kept, notBefore } = past;
  const locked = new Map([...locks].filter(([, { start }]) => start > notBefore));
  return { ...makeProblem(rows, scale, { locked, kept, notBefore }), rows, scale, past };
}
