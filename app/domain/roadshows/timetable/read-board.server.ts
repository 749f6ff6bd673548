import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import { keyOfEntry } from "./activity-key";
import { subjectOf } from "./agenda-view";
import type { Board, BoardEntry, Misfit, Unplaced } from "./board-view";
import { entryOrder, entrySelect, viewEntry } from "./entry-rows.server";
import { type EventRows, misfitsOf, presenterOf } from "./event-rows";
import { readEventRows } from "./event-rows.server";
import { keptPast } from "./kept-past.server";
import { type MinuteScale, minuteScale } from "./minutes-of-event";
import { namesOf } from "./name-findings";
import { openSpans, setupOf } from "./place-pools";

export interface ReadBoard {
  board: Board;
  unplaced: Unplaced[];
  rows: EventRows;
  scale: MinuteScale;
}

/** A version with everything that the rules of conflicts read, and what has no place in it. */
export async function readBoard(
  db: DbOrTx,
  roadshowId: string,
  planId: string,
): Promise<ReadBoard> {
  const rows = await readEventRows(db, roadshowId);
  const scale = minuteScale(rows.firstDay);
  const stored = await db.roadshowEntry.findMany({
    where: { planId },
    orderBy: entryOrder,
    select: entrySelect,
  });
  const cancelled = await db.roadshowParticipant.findMany({
    where: { roadshowId, state: "CANCELLED", entries: { some: { planId } } },
    select: { id: true },
  });
  const gone = new Set(cancelled.map(({ id }) => id));
  const past = await keptPast(db, roadshowId, rows.people, scale, clock.now());
  const begun = new Map(past?.entries.map((one) => [one.key, one]));
  const seatOf = new Map(rows.people.map(({ id, userId }) => [id, userId]));
  const event = { isOnlineOnly: rows.isOnlineOnly, judges: rows.rules.judgesPerPitch };
  const entries = stored.map((row): BoardEntry => {
    const entry = viewEntry(row);
    const project = rows.projects.find(({ id }) => id === entry.projectId);
    const item = rows.items.find(({ id }) => id === entry.itemId);
    const start = scale.minuteOf(entry.startsAt);
    const was = begun.get(keyOfEntry(entry));
    const recused = project ? rows.recused.get(project.id) : undefined;
    return {
      id: entry.id,
      kind: entry.kind,
      subject: subjectOf(entry),
      title: entry.title,
      isConfidential: entry.isConfidential,
      placeId: entry.placeId,
      seat: entry.seat,
      start,
      end: scale.minuteOf(entry.endsAt),
      isLocked: entry.isLocked,
      people: entry.people.map(({ participantId, name, role }) => ({
        id: participantId,
        name,
        role,
      })),
      recused: entry.people.flatMap(({ participantId, role }) => {
        const userId = seatOf.get(participantId);
        return role === "JUDGE" && userId && recused?.has(userId) ? [participantId] : [];
      }),
      gone: entry.people.flatMap(({ participantId }) =>
        gone.has(participantId) ? [participantId] : [],
      ),
      isOff: entry.isOff,
      hasBegun:
        past !== null &&
        (start <= past.notBefore || (was?.start === start && was.placeId === entry.placeId)),
      position: item?.position === "FIRST" || item?.position === "LAST" ? item.position : "ANY",
      misfits: project ? misfitsByPlace(rows, project, event) : {},
    };
  });
  return {
    rows,
    scale,
    unplaced: unplacedOf(rows, entries),
    board: {
      firstDay: rows.firstDay,
      places: rows.places.map((place) => ({
        id: place.id,
        name: place.name,
        kind: place.kind,
        zone: place.zone,
        count: place.count,
        setup: setupOf(place, rows.rules.gapMinutes),
        open: openSpans(place, rows, scale),
        closedFrom: place.closedFrom ? scale.minuteOf(place.closedFrom) : null,
      })),
      entries,
      absent: absentOf(rows, scale),
      walkMinutes: rows.rules.walkMinutes,
      judgesPerPitch: rows.rules.judgesPerPitch,
    },
  };
}

function misfitsByPlace(
  rows: EventRows,
  project: EventRows["projects"][number],
  event: { isOnlineOnly: boolean; judges: number },
): Record<string, Misfit[]> {
  const found = rows.places.map((place) => [place.id, misfitsOf(project, place, event)] as const);
  return Object.fromEntries(found.filter(([, misfits]) => misfits.length > 0));
}

function absentOf(rows: EventRows, scale: MinuteScale): Board["absent"] {
  const found = rows.people.map(({ id, unavailable }) => {
    const own = rows.projects
      .filter((project) => presenterOf(project, rows.people)?.id === id)
      .flatMap((project) => project.unavailable);
    return [id, [...unavailable, ...own].map(scale.spanOf)] as const;
  });
  return Object.fromEntries(found.filter(([, spans]) => spans.length > 0));
}

function unplacedOf(rows: EventRows, entries: readonly BoardEntry[]): Unplaced[] {
  const placed = new Set(entries.map(({ subject }) => subject));
  const { talkMinutes, questionMinutes, meetingMinutes } = rows.rules;
  const names = namesOf(rows);
  const all: Unplaced[] = [
    ...rows.projects.map(({ id, title }) => ({
      kind: "PITCH" as const,
      subject: id,
      title,
      minutes: talkMinutes + questionMinutes,
    })),
    ...rows.items.map(({ id, title, minutes }) => ({
      kind: "ITEM" as const,
      subject: id,
      title,
      minutes,
    })),
    ...rows.meetings.map(({ id }) => ({
      kind: "MEETING" as const,
      subject: id,
      title: names.activity(`meeting:${id}`).title,
      minutes: meetingMinutes,
    })),
  ];
  return all.filter(({ subject }) => !placed.has(subject));
}
