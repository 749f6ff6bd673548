import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { assertOrganiser } from "../events/roadshow-access.server";
import { conflictsOf } from "./conflict-rules";
import { readFindings } from "./findings-view";
import { readBoard } from "./read-board.server";
import { PLANNING_STATES, type RoadshowPlanState } from "./roadshow-plan-procedure";
import type { PlanReason, TimetablePage, VersionRow, VersionView } from "./timetable-view";

const PAGE_SIZE = 10;
/** What is shown of its own accord, the first that there is. */
const SHOWN_FIRST = ["SOLVING", "DRAFT", "FINAL", "PROVISIONAL", "FAILED"];

const rowSelect = {
  id: true,
  version: true,
  state: true,
  reason: true,
  note: true,
  createdAt: true,
  publishedAt: true,
  points: true,
  bound: true,
} as const;

/**
 * Versions of an event's timetable, and the one that the organiser looks at.
 * @throws DomainError "not_found" (404)
 */
export async function getTimetablePage(
  roadshowId: string,
  asked: { version: number | null; page: number },
  actor: UserActor,
  db: Db,
): Promise<TimetablePage> {
  if (!isId(roadshowId)) throw new DomainError("not_found", { status: 404 });
  const { roadshow } = await assertOrganiser(db, roadshowId, actor);
  const total = await db.roadshowPlan.count({ where: { roadshowId } });
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(Math.max(1, asked.page), pages);
  const versions = await db.roadshowPlan.findMany({
    where: { roadshowId },
    orderBy: { version: "desc" },
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
    select: rowSelect,
  });
  const mayPlan = PLANNING_STATES.some((state) => state === roadshow.state);
  const id = await currentId(db, roadshowId, asked.version);
  return {
    roadshow: { id: roadshowId, number: roadshow.number, state: roadshow.state },
    mayPlan,
    whyClosed: mayPlan ? null : whyClosed(roadshow.state),
    versions: versions.map(viewRow),
    total,
    page,
    pages,
    current: id ? await readVersion(db, roadshowId, id) : null,
  };
}

function whyClosed(state: string): TimetablePage["whyClosed"] {
  if (state === "CANCELLED") return "CANCELLED";
  return ["REPORTED", "FOLLOW_UP", "CLOSED"].includes(state) ? "OVER" : "EARLY";
}

async function currentId(db: Db, roadshowId: string, version: number | null) {
  if (version !== null) {
    const isKnown = Number.isInteger(version) && version > 0 && version < 2_147_483_647;
    const plan = isKnown
      ? await db.roadshowPlan.findUnique({
          where: { roadshowId_version: { roadshowId, version } },
          select: { id: true },
        })
      : null;
    if (!plan) throw new DomainError("not_found", { status: 404 });
    return plan.id;
  }
  const plans = await db.roadshowPlan.findMany({
    where: { roadshowId, state: { in: SHOWN_FIRST } },
    orderBy: { version: "desc" },
    take: 20,
    select: { id: true, state: true },
  });
  const best = SHOWN_FIRST.flatMap((state) => plans.find((one) => one.state === state) ?? []);
  // A failed try says why while nothing newer was made.
  const newest = plans[0]?.state === "FAILED" ? plans[0] : undefined;
  return (best[0]?.state === "SOLVING" ? best[0] : (newest ?? best[0]))?.id ?? null;
}

async function readVersion(db: Db, roadshowId: string, id: string): Promise<VersionView> {
  const plan = await db.roadshowPlan.findUniqueOrThrow({ where: { id } });
  const hasBoard = plan.state !== "SOLVING" && plan.state !== "FAILED";
  const read = hasBoard ? await readBoard(db, roadshowId, id) : null;
  return {
    ...viewRow(plan),
    revision: plan.revision,
    greedyPoints: plan.greedyPoints,
    solveMs: plan.solveMs,
    isProvenBest: plan.isProvenBest,
    findings: readFindings(plan.findings),
    board: read?.board ?? null,
    conflicts: read ? conflictsOf(read.board) : [],
    unplaced: read?.unplaced ?? [],
  };
}

function viewRow(row: {
  id: string;
  version: number;
  state: string;
  reason: string;
  note: string;
  createdAt: Date;
  publishedAt: Date | null;
  points: number | null;
  bound: number | null;
}): VersionRow {
  const { id, version, note, createdAt, publishedAt, points, bound } = row;
  const state = row.state as RoadshowPlanState;
  const reason = row.reason as PlanReason;
  return { id, version, state, reason, note, createdAt, publishedAt, points, bound };
}
