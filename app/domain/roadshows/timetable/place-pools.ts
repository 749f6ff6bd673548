import type { EventRows, PlaceRow } from "./event-rows";
import type { FixedRun } from "./fixed-items";
import { MINUTES_PER_DAY, type MinuteScale } from "./minutes-of-event";
import { cutSpans, lunchSpans, meetingStarts, mergeSpans, pitchBlocks } from "./place-slots";
import type { PlacePool, Span } from "./plan-problem";

/** A place as the solver sees it, and where pitches or meetings begin there. */
export interface PlacedPool {
  place: PlaceRow;
  pool: PlacePool;
  starts: number[];
}

/** Time that a place needs between two uses. */
export function setupOf(place: Pick<PlaceRow, "kind" | "setupMinutes">, gapMinutes: number) {
  return place.setupMinutes + (place.kind === "TABLES" ? 0 : gapMinutes);
}

/** When a place can be used at all: its openings until it was closed, without the daily rest. */
export function openSpans(place: PlaceRow, rows: EventRows, scale: MinuteScale): Span[] {
  const openings = mergeSpans(place.openings.map(scale.spanOf)).flatMap(({ from, to }) =>
    to > 0 ? [{ from: Math.max(0, from), to }] : [],
  );
  const until = openings.reduce((most, { to }) => Math.max(most, to), MINUTES_PER_DAY);
  const closed = place.closedFrom
    ? [{ from: scale.minuteOf(place.closedFrom), to: Number.POSITIVE_INFINITY }]
    : [];
  return cutSpans(openings, [...lunchSpans(rows.rules.lunch, until), ...closed]);
}

/**
 * Every place with its blocks: openings without rest, without the programme's fixed items and, in halls,
 * without the breaks after so many minutes of pitches. The fixed items have their own time there.
 */
export function placePools(
  rows: EventRows,
  scale: MinuteScale,
  runs: readonly FixedRun[],
  kept: readonly { placeId: string; span: Span }[],
): PlacedPool[] {
  const { rules } = rows;
  const pitch = rules.talkMinutes + rules.questionMinutes;
  // Nothing is pitched before the opening is over.
  const opening = runs
    .filter((run) => run.items.some(({ item }) => item.position === "FIRST"))
    .reduce((most, { to }) => Math.max(most, to), 0);
  return rows.places.map((place) => {
    const setup = setupOf(place, rules.gapMinutes);
    const own = runs.filter((run) => run.placeId === place.id);
    const open = openSpans(place, rows, scale);
    const extra = [
      ...own.map(({ from, to }) => ({ from, to })),
      ...kept.filter(({ placeId }) => placeId === place.id).map(({ span }) => span),
    ];
    const isTables = place.kind === "TABLES";
    const cuts = isTables
      ? []
      : [
          ...own.map(({ from, to }) => ({ from: from - setup, to: to + setup })),
          ...(opening > 0 ? [{ from: 0, to: opening }] : []),
        ];
    const free = cutSpans(open, cuts);
    const paced = pitchBlocks(free, {
      minutes: pitch,
      gap: setup,
      breakAfter: rules.breakAfterMinutes,
      breakMinutes: rules.breakMinutes,
    });
    return {
      place,
      pool: {
        id: place.id,
        zone: place.zone,
        count: place.count,
        open: [...(isTables ? open : paced.blocks), ...extra],
        setupMinutes: setup,
      },
      starts: isTables ? meetingStarts(open, rules.meetingMinutes, setup) : paced.starts,
    };
  });
}
