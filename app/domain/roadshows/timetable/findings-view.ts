/** Why something has no place, as far as one look at it tells. */
export type MissReason = "NO_PLACE" | "NO_TIME" | "NO_PANEL" | "NO_COMMON_TIME" | "QUOTA" | "FULL";

export type FoundActivity = {
  kind: "PITCH" | "MEETING" | "ITEM";
  /** Project, meeting or item. */
  subject: string;
  title: string;
};

/** One of the facts that cannot all hold, with names instead of ids. */
export type ClashSentence =
  | { kind: "REQUIRED" | "LOCK" | "PANEL"; activity: string }
  | { kind: "PRESENCE"; person: string; from: string; to: string }
  | { kind: "PLACE"; place: string; from?: string; to?: string }
  | { kind: "ORDER"; first: string; second: string };

/** A change by hand, said without a language. */
export type PlanEdit = {
  /** Revision of the draft after it. */
  revision: number;
  by: string;
  what: string;
};

/** What a person has to look at in one version; stored as JSON, instants in ISO 8601. */
export type PlanFindings = {
  missing: (FoundActivity & { isRequired: boolean; reason: MissReason })[];
  moved: (FoundActivity & {
    from: { placeName: string; startsAt: string };
    to: { placeName: string; startsAt: string } | null;
  })[];
  /** A smallest set of facts that cannot all hold, where required things have no place. */
  clash: ClashSentence[];
  /** No plan that keeps as much of the published one moves fewer. */
  fewestMoves: number | null;
  idleMinutes: number | null;
  /** Who else judges what stays where it was, of the published plan. */
  judges: (FoundActivity & { left: string[]; joined: string[] })[];
  /** Code of an error message where nothing could be tried. */
  fault: string | null;
  /** When it was tried once more after its job had failed for good, in ISO 8601. */
  retriedAt: string | null;
  /** The last changes by hand. */
  edits: PlanEdit[];
};

export const NO_FINDINGS: PlanFindings = {
  missing: [],
  moved: [],
  judges: [],
  clash: [],
  fewestMoves: null,
  idleMinutes: null,
  fault: null,
  retriedAt: null,
  edits: [],
};

/** Findings as stored; what an older version did not write is empty. */
export function readFindings(stored: unknown): PlanFindings {
  return typeof stored === "object" && stored !== null
    ? { ...NO_FINDINGS, ...stored }
    : NO_FINDINGS;
}
