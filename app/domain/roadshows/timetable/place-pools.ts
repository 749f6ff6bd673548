import type { EventRows, PlaceRow } from "./event-rows";
import type { FixedRun } from "./fixed-items";
import { MINUTES_PER_DAY, type MinuteScale } from "./minutes-of-event";
import { cutSpans, lunchSpans, meetingStarts, mergeSpans, pitchBlocks } from "./place-slots";
import type { PlacePool, Span } from "./plan-problem";
import { type Marker, openingSpans } from "./programme-order";

/** A place as the solver sees it, and where pitches or meetings begin there. */
export interface PlacedPool {
  place: PlaceRow;
  pool: PlacePool;
  starts: number[];
}

/** An entry by name of its activity, where and when it is. */
export interface PlaceUse {
  key: string;
  placeId: string;
  span: Span;
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
 * without the breaks after so many minutes of pitches. The fixed items have their own time there. What is
 * kept takes its time out of a hall; at a room of tables it takes one of them like any other.
 * @param stays entries that may stay where they are, though a new pace would not put them there
 * @param markers what opens and closes the days
 */
export function placePools(
  rows: EventRows,
  scale: MinuteScale,
  runs: readonly FixedRun[],
  kept: readonly PlaceUse[],
  stays: readonly PlaceUse[] = [],
  markers: readonly Marker[] = [],
): PlacedPool[] {
  const { rules } = rows;
  const pitch = rules.talkMinutes + rules.questionMinutes;
  return rows.places.map((place) => {
    const setup = setupOf(place, rules.gapMinutes);
    const own = runs.filter((run) => run.placeId === place.id);
    const open = openSpans(place, rows, scale);
    const keptHere = kept.filter(({ placeId }) => placeId === place.id);
    const taken = isSingle(place) ? keptHere : [];
    const takenSpans = taken.map(({ key, span }) => ({
      from: span.from,
      to: span.to + setupAfter(key, setup),
    }));
    const fixed = own.map(({ from, to }) => ({ from, to }));
    const extra = [
      ...fixed.flatMap((span) => cutSpans([span], takenSpans)),
      ...(isSingle(place) ? [] : keptHere.map(({ span }) => span)),
      ...staying(stays, place, open, takenSpans, setup),
    ];
    const isTables = place.kind === "TABLES";
    const cuts = isTables
      ? []
      : [
          ...own.map(({ from, to }) => ({ from: from - setup, to: to + setup })),
          // Nothing is pitched before the opening of the day is over.
          ...openingSpans(markers),
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
        // One by one: blocks that touch are still two.
        open: [
          ...(isTables ? open : paced.blocks).flatMap((block) =>
            cutSpans(
              [block],
              takenSpans.map(({ from, to }) => ({ from: from - setup, to })),
            ),
          ),
          ...extra,
        ],
        setupMinutes: setup,
      },
      starts: isTables ? meetingStarts(open, rules.meetingMinutes, setup) : paced.starts,
    };
  });
}

/** Two things never share such a place; what is kept there need not be planned, only planned around. */
export const isSingle = ({ count }: Pick<PlaceRow, "count">) => count === 1;

const setupAfter = (key: string, setup: number) => (key.startsWith("item:") ? 0 : setup);

/** Times of entries that can stay: the place is still open then and nothing that is kept is in the way. */
function staying(
  stays: readonly PlaceUse[],
  place: PlaceRow,
  open: readonly Span[],
  taken: readonly Span[],
  setup: number,
): Span[] {
  return stays.flatMap(({ key, placeId, span }) => {
    if (placeId !== place.id) return [];
    const use = { from: span.from, to: span.to + setupAfter(key, setup) };
    const isOpen = open.some(({ from, to }) => from <= span.from && span.to <= to);
    const isTaken = taken.some(({ from, to }) => from < use.to && use.from < to);
    return isOpen && !isTaken ? [span] : [];
  });
}
