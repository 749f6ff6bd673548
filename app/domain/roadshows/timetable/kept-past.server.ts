import type { DbOrTx } from "~/platform/db.server";
import { PLANNED_STATES } from "../call/project-procedure";
import { keyOfEntry } from "./activity-key";
import type { KeptEntry } from "./event-activities";
import type { EventRows } from "./event-rows";
import { formerEntries } from "./former-entries.server";
import type { FormerEntry } from "./former-entry";
import type { MinuteScale } from "./minutes-of-event";

/** What a version that is made while the event runs cannot change any more. */
export interface KeptPast {
  kept: KeptEntry[];
  /** The same entries with their seats and people. */
  entries: FormerEntry[];
  notBefore: number;
}

const RUNNING_STATES = ["LIVE", "MATCHING"];
const OFF_PROJECTS = ["WITHDRAWN", "WAIVED", "REJECTED"];
const OFF_MEETINGS = ["CANCELLED", "WITHDRAWN", "DECLINED"];
const HAD_MEETINGS = ["HELD", "MISSED"];

/**
 * Of the public version what has begun: by the clock, on a stage, or by what is known of its project or
 * meeting. What was called off is not kept. Null while the event does not run.
 */
export async function keptPast(
  db: DbOrTx,
  roadshowId: string,
  people: EventRows["people"],
  scale: MinuteScale,
  now: Date,
): Promise<KeptPast | null> {
  const { state, planId } = await db.roadshow.findUniqueOrThrow({
    where: { id: roadshowId },
    select: { state: true, planId: true },
  });
  if (!RUNNING_STATES.includes(state)) return null;
  const notBefore = scale.minuteOf(now);
  if (!planId) return { kept: [], entries: [], notBefore };
  const rows = await db.roadshowEntry.findMany({
    where: { planId },
    select: {
      projectId: true,
      meetingId: true,
      itemId: true,
      project: { select: { state: true } },
      meeting: { select: { state: true } },
    },
  });
  const onStage = await stageKeys(db, roadshowId);
  const known = new Map(rows.map((row) => [keyOf(row), row]));
  const entries = (await formerEntries(db, planId, scale)).filter(({ key, start }) => {
    const project = known.get(key)?.project?.state ?? "";
    const meeting = known.get(key)?.meeting?.state ?? "";
    if (OFF_PROJECTS.includes(project) || OFF_MEETINGS.includes(meeting)) return false;
    const isOver =
      project !== "" && ![...PLANNED_STATES, "SELECTED"].some((one) => one === project);
    const isHad = HAD_MEETINGS.includes(meeting);
    return start <= notBefore || isOver || isHad || onStage.has(key);
  });
  const present = new Set(people.map(({ id }) => id));
  const kept = entries.map((entry) => ({
    key: entry.key,
    placeId: entry.placeId,
    span: { from: entry.start, to: entry.end },
    personIds: entry.people.flatMap(({ id }) => (present.has(id) ? [id] : [])),
  }));
  return { kept, entries, notBefore };
}

/** What stands on the event's stages; a stage may still show the entry of an older version. */
async function stageKeys(db: DbOrTx, roadshowId: string): Promise<Set<string>> {
  const stages = await db.roadshowStage.findMany({
    where: { roadshowId, phase: { not: "WAITING" } },
    select: { entryId: true },
  });
  const ids = stages.flatMap(({ entryId }) => entryId ?? []);
  if (ids.length === 0) return new Set();
  const rows = await db.roadshowEntry.findMany({
    where: { id: { in: ids } },
    select: { projectId: true, meetingId: true, itemId: true },
  });
  return new Set(rows.map(keyOf));
}

const keyOf = (row: {
  projectId: string | null;
  meetingId: string | null;
  itemId: string | null;
}) => keyOfEntry({ kind: "ITEM", ...row });
