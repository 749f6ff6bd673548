import type { Board, Unplaced } from "./board-view";
import type { Conflict } from "./conflict-rules";
import type { PlanFindings } from "./findings-view";
import type { RoadshowPlanState } from "./roadshow-plan-procedure";

export type PlanReason = "FIRST" | "AGAIN" | "CHANGE" | "DELAY" | "DATES" | "BY_HAND";

/** A version in the organiser's list. */
export interface VersionRow {
  id: string;
  version: number;
  state: RoadshowPlanState;
  reason: PlanReason;
  note: string;
  createdAt: Date;
  publishedAt: Date | null;
  points: number | null;
  bound: number | null;
}

/** The version that the organiser looks at. */
export interface VersionView extends VersionRow {
  revision: number;
  greedyPoints: number | null;
  solveMs: number | null;
  isProvenBest: boolean;
  findings: PlanFindings;
  board: Board | null;
  conflicts: Conflict[];
  unplaced: Unplaced[];
}

export interface TimetablePage {
  roadshow: { id: string; number: number; state: string };
  /** The event is in a state in which timetables are made. */
  mayPlan: boolean;
  /** Why not: it is too early, or the event is over or called off. */
  whyClosed: "EARLY" | "OVER" | "CANCELLED" | null;
  versions: VersionRow[];
  total: number;
  page: number;
  pages: number;
  current: VersionView | null;
}
