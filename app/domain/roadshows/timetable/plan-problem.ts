/**
 * What a timetable is made from. Times are whole minutes since the midnight before the event's first
 * day, in the event's time zone; spans are half-open.
 */
export interface Span {
  from: number;
  to: number;
}

/** Places of which one is as good as another: a hall (count 1), or the tables of one room. */
export interface PlacePool {
  id: string;
  /** Between two zones people need the problem's `walkMinutes`. */
  zone: string;
  count: number;
  open: readonly Span[];
  /** Kept free after every use, to set up for the next. */
  setupMinutes: number;
}

export interface PlanPerson {
  id: string;
  available: readonly Span[];
}

/** So many of these people have to be there; who steps back for partiality is not among them. */
export interface Panel {
  from: readonly string[];
  count: number;
}

export interface Activity {
  id: string;
  minutes: number;
  people: readonly string[];
  panel: Panel | null;
  /** Pools that are large, equipped and quiet enough. */
  pools: readonly string[];
  starts: readonly number[];
  /** Whole points for taking place. */
  worth: number;
  /** A plan without it is no plan. */
  isRequired: boolean;
  /** A one-to-one meeting: it counts in the fair share of its people. */
  isMeeting: boolean;
  /** Whole points for beginning within a span. */
  prime: readonly (Span & { worth: number })[];
  /** Where it must stay. */
  locked: { start: number; pool: string } | null;
}

export interface PlanProblem {
  pools: readonly PlacePool[];
  people: readonly PlanPerson[];
  activities: readonly Activity[];
  /** The first ends before the second begins. */
  orders: readonly (readonly [string, string])[];
  walkMinutes: number;
  /** Points for a person's first, second … meeting; never rising, so that shares even out. */
  fairShare: readonly number[];
}

export interface Placement {
  activity: string;
  start: number;
  pool: string;
  /** People chosen from the panel. */
  panel: readonly string[];
}

export type Plan = readonly Placement[];
