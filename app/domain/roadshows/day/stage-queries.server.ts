import type { Actor } from "~/domain/identity/actor";
import { calendarDate, clock, endOfDate } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db, DbOrTx } from "~/platform/db.server";
import { findRoadshowAccess } from "../events/roadshow-access.server";
import { readRules } from "../events/roadshow-rules-schema";
import { hallEntries, shownEntry } from "./hall-entries-queries.server";
import { readShared } from "./shared-reading.server";
import type { StageBoard, StageEntry, StagePhase, StageView } from "./stage-view";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Halls and rooms that have a stage. */
export const STAGE_KINDS = ["HALL", "ONLINE_ROOM"];

/** What a stage shows now, or null where the place is no stage. */
export async function findStageBoard(db: DbOrTx, placeId: string): Promise<StageBoard | null> {
  if (!isId(placeId)) return null;
  const place = await db.roadshowPlace.findUnique({
    where: { id: placeId },
    select: {
      id: true,
      name: true,
      kind: true,
      closedFrom: true,
      stage: true,
      roadshow: { select: { id: true, rules: true, planId: true } },
    },
  });
  if (!place || !STAGE_KINDS.includes(place.kind)) return null;
  const { roadshow, stage } = place;
  const now = clock.now();
  const [entries, shownId, delayMinutes] = await Promise.all([
    hallEntries(db, roadshow.planId, placeId),
    shownEntry(db, roadshow.planId, stage?.entryId ?? null),
    delayOf(db, placeId, now),
  ]);
  const at = entries.findIndex((one) => one.id === shownId);
  const entry = entries[at] ?? null;
  const upcoming = entries.find((one) => isAhead(one, now)) ?? null;
  const next = entry ? entryAfter(entries, entry.id) : stage?.phase === "OVER" ? null : upcoming;
  const question = await questionOf(db, stage?.questionId ?? null, entry ?? next);
  const rules = readRules(roadshow.rules);
  return {
    placeId,
    placeName: place.name,
    revision: stage?.revision ?? 0,
    phase: (stage?.phase ?? "WAITING") as StagePhase,
    pausedPhase: (stage?.pausedPhase ?? null) as StageBoard["pausedPhase"],
    phaseStartedAt: stage?.phaseStartedAt?.getTime() ?? null,
    elapsedMs: stage?.elapsedMs ?? 0,
    talkMs: (entry ? talkMinutes(entry, rules) : rules.talkMinutes) * MINUTE_MS,
    questionMs: rules.questionMinutes * MINUTE_MS,
    entry,
    next,
    message: stage?.message ?? "",
    question,
    delayMinutes,
    isClosed: place.closedFrom !== null && place.closedFrom <= now,
  };
}

/** The first one after an entry that was not on stage and is not out of the programme. */
export function entryAfter(entries: readonly StageEntry[], entryId: string): StageEntry | null {
  const at = entries.findIndex((one) => one.id === entryId);
  return entries.find((one, index) => index > at && !one.isDone) ?? null;
}

/** Still to come: by its time, or a pitch of today that has not been on stage because the hall is late. */
function isAhead(entry: StageEntry, now: Date): boolean {
  if (entry.isDone) return false;
  if (Date.parse(entry.endsAt) > now.getTime()) return true;
  return entry.kind === "PITCH" && calendarDate(new Date(entry.startsAt)) === calendarDate(now);
}

/** What is no pitch has no questions: its whole length is its talk. */
function talkMinutes(entry: StageEntry, rules: { talkMinutes: number }): number {
  if (entry.kind === "PITCH") return rules.talkMinutes;
  return (Date.parse(entry.endsAt) - Date.parse(entry.startsAt)) / MINUTE_MS;
}

/** How late a hall has been announced today, all in all. */
async function delayOf(db: DbOrTx, placeId: string, now: Date): Promise<number> {
  const until = endOfDate(calendarDate(now));
  const from = new Date(until.getTime() - DAY_MS);
  const sum = await db.roadshowDelay.aggregate({
    where: { placeId, fromAt: { gte: from, lt: until } },
    _sum: { minutes: true },
  });
  return Math.max(0, sum._sum.minutes ?? 0);
}

/** Of the project on stage only, and never of a confidential one: everybody reads the screen. */
async function questionOf(
  db: DbOrTx,
  id: string | null,
  entry: StageEntry | null,
): Promise<StageBoard["question"]> {
  if (!id || !entry?.projectId || entry.isConfidential) return null;
  const row = await db.roadshowQuestion.findFirst({
    where: { id, projectId: entry.projectId, state: { in: ["SHOWN", "ANSWERED"] } },
    select: { text: true, votes: true, isAnonymous: true, participant: { select: { name: true } } },
  });
  if (!row) return null;
  return {
    text: row.text,
    votes: row.votes,
    name: row.isAnonymous ? null : row.participant.name,
  };
}

/** The stages of an event, in the order of its places. */
export async function listStagePlaceIds(db: DbOrTx, roadshowId: string): Promise<string[]> {
  const rows = await db.roadshowPlace.findMany({
    where: { roadshowId, kind: { in: STAGE_KINDS } },
    orderBy: [{ sort: "asc" }, { id: "asc" }],
    take: 100,
    select: { id: true },
  });
  return rows.map((one) => one.id);
}

/**
 * A stage as its screen shows it, to everybody.
 * @throws DomainError "not_found" (404) where the event is hidden or the place is not its stage
 */
export async function getStageView(
  db: DbOrTx,
  number: number,
  placeId: string,
  actor: Actor | null,
): Promise<StageView> {
  const { roadshow } = await findRoadshowAccess(db, { number }, actor);
  const isOwn =
    isId(placeId) &&
    (await db.roadshowPlace.count({ where: { id: placeId, roadshowId: roadshow.id } })) > 0;
  const board = isOwn ? await findStageBoard(db, placeId) : null;
  if (!board) throw new DomainError("not_found", { status: 404 });
  return {
    roadshowId: roadshow.id,
    roadshowNumber: roadshow.number,
    title: roadshow.title,
    now: clock.now().getTime(),
    board,
  };
}

/** Longest name of what a page has seen: the marks of some hints. */
const SEEN_MAX = 400;

/**
 * The same for the screens of a public event, which all ask at once after each hint.
 * @param seen marks of the hints, or the revision, that the page knows of: the answer is not older
 * @returns null where the event is not public or has no such stage
 */
export async function findPublicStage(
  db: Db,
  { number, placeId, seen = "" }: { number: number; placeId: string; seen?: string | null },
): Promise<StageView | null> {
  if (!isId(placeId)) return null;
  const key = `stage/${number}/${placeId}/${(seen ?? "").slice(0, SEEN_MAX)}`;
  const view = await readShared(db, key, async () => {
    try {
      return await getStageView(db, number, placeId, null);
    } catch (error) {
      if (error instanceof DomainError && error.status === 404) return null;
      throw error;
    }
  });
  return view && { ...view, now: clock.now().getTime() };
}

/** Revisions of stages, for pages that ask whether they missed something. */
export async function findStageRevisions(
  db: DbOrTx,
  placeIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db.roadshowStage.findMany({
    where: { placeId: { in: [...placeIds] } },
    select: { placeId: true, revision: true },
  });
  return new Map(rows.map((one) => [one.placeId, one.revision]));
}
