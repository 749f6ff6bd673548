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
  /** No more one-to-one meetings than this; without it as many as fit. */
  meetingsMost?: number;
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
  /** Pools that are large, equipped and quiet enough, and where the language is spoken. */
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
  /**
   * Where it must stay; with this it is required too. Its own `starts` and `pools` do not bind it. What is
   * past names those who sat on its panel among its `people`: a panel may be filled anew.
   */
  locked: { start: number; pool: string } | null;
  /** Field of a pitch: neighbours of one group in one hall earn `PlanProblem.grouping`. */
  group?: string | null;
}

/**
 * Points for every activity that follows one of its own group in the same hall, at most so many minutes
 * after that one's end. Counted in pools of one place only; minutes are cut to below the shortest grouped
 * activity, so that nothing of another group can be in between.
 */
export interface Grouping {
  worth: number;
  withinMinutes: number;
}

export interface PlanProblem {
  pools: readonly PlacePool[];
  people: readonly PlanPerson[];
  activities: readonly Activity[];
  /** The first ends before the second begins, if both take place. */
  orders: readonly (readonly [string, string])[];
  walkMinutes: number;
  /** Points for a person's first, second … meeting; never rising, so that shares even out. */
  fairShare: readonly number[];
  grouping?: Grouping | null;
}

export interface Placement {
  activity: string;
  start: number;
  pool: string;
  /** People chosen from the panel. */
  panel: readonly string[];
}

export type Plan = readonly Placement[];

/**
 * One of the facts that cannot all hold.
 * PRESENCE: the person cannot be there in the span. PLACE: the pool has only so many places, or, with a
 * span, cannot be used in it. LOCK: the activity stays where it is locked.
 */
export type ClashFact =
  | { kind: "REQUIRED"; activity: string }
  | { kind: "PRESENCE"; person: string; span: Span }
  | { kind: "PLACE"; pool: string; span?: Span }
  | { kind: "LOCK"; activity: string }
  | { kind: "ORDER"; first: string; second: string }
  | { kind: "PANEL"; activity: string };

export interface Clash {
  facts: readonly ClashFact[];
  /** Without any one of the facts the rest can hold. */
  isIrreducible: boolean;
  /** No smaller set of facts clashes. */
  isSmallest: boolean;
}
