import { createHash } from "node:crypto";
import { systemActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { NO_FINDINGS, type PlanFindings } from "./findings-view";
import { formerEntries } from "./former-entries.server";
import { planOf } from "./former-entry";
import { findingsOf } from "./plan-findings";
import { type OrderedProblem, problemOfEvent } from "./problem-of-event.server";
import { roadshowPlanConduct } from "./roadshow-plan-conduct.server";
import { type Solver, solveApart } from "./solver-process.server";
import { isBeingSolved } from "./solving-lock.server";
import { writeEntries } from "./write-entries.server";

const CLASH_SECONDS = 5;
const MARKET = systemActor("roadshow-timetable");
/** Beyond the time of the search: what the solver's process and the two looks at the event take. */
const GRACE_MS = 60_000;

/**
 * Solves a version that was ordered and writes its entries, or that it failed and why. Called again, or
 * by two workers at once, it solves once; killed in the middle it leaves the version to the next try.
 */
export async function solveOrderedPlan(
  planId: string,
  db: Db,
  solver: Solver = solveApart,
): Promise<void> {
  const plan = await db.roadshowPlan.findUnique({ where: { id: planId } });
  if (plan?.state !== "SOLVING") return;
  const timeoutMs = (plan.seconds + CLASH_SECONDS) * 1000 + GRACE_MS;
  // Held by this worker's session alone; it ends with it.
  await inTransaction(
    db,
    async (session) => {
      if (!(await isBeingSolved(session, planId))) await solveOnce(planId, db, solver);
    },
    { timeoutMs },
  );
}

async function solveOnce(planId: string, db: Db, solver: Solver): Promise<void> {
  const plan = await db.roadshowPlan.findUnique({ where: { id: planId } });
  if (plan?.state !== "SOLVING") return;
  const { roadshowId, basedOnId, seed, seconds } = plan;
  let read: OrderedProblem;
  try {
    read = await problemOfEvent(db, roadshowId, basedOnId);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return giveUp(db, planId, roadshowId, { ...NO_FINDINGS, fault: error.code });
  }
  const fault = faultOf(read);
  if (fault) return giveUp(db, planId, roadshowId, { ...NO_FINDINGS, fault });
  const { planId: publicId } = await db.roadshow.findUniqueOrThrow({ where: { id: roadshowId } });
  const published = publicId ? await formerEntries(db, publicId, read.scale) : [];
  const basis = basedOnId ? await formerEntries(db, basedOnId, read.scale) : [];
  const known = new Set(read.problem.activities.map(({ id }) => id));
  const past = read.past?.entries ?? [];
  const keptAt = new Map(past.map(({ key, placeId }) => [key, placeId]));
  const answer = await solver({
    problem: read.problem,
    published: planOf(published).filter(
      ({ activity }) => known.has(activity) && !keptAt.has(activity),
    ),
    seed,
    seconds,
    clashSeconds: CLASH_SECONDS,
    withGreedy: true,
  });
  const { greedyPoints, milliseconds } = answer;
  // What is kept stands in its place, whatever pool the problem gave it.
  const placed = answer.solved.plan.map((one) => ({
    ...one,
    pool: keptAt.get(one.activity) ?? one.pool,
  }));
  const solved = { ...answer.solved, plan: placed };
  const findings = findingsOf(read, published, { ...answer, solved });
  const figures = {
    points: solved.points,
    bound: solved.bound,
    greedyPoints,
    solveMs: milliseconds,
    isProvenBest: solved.isProvenBest,
    problemHash: createHash("sha256").update(JSON.stringify(read.problem)).digest("hex"),
  };
  if (solved.missing.length > 0) return giveUp(db, planId, roadshowId, findings, figures);
  await finish(db, planId, roadshowId, async (tx) => {
    const kept = new Set(keptAt.keys());
    const former = (basis.length > 0 ? basis : published).filter(({ key }) => !kept.has(key));
    await writeEntries(tx, planId, read, solved.plan, { former: [...former, ...past], kept });
    await tx.roadshowPlan.update({
      where: { id: planId },
      data: { ...figures, findings: { ...findings } },
    });
    await advance(tx, roadshowPlanConduct, planId, "finish", MARKET);
  });
}

/** What cannot even be tried. */
function faultOf({ rows, problem }: OrderedProblem): string | null {
  if (problem.activities.length === 0) return "plan_nothing";
  if (rows.places.length === 0) return "plan_no_places";
  return null;
}

async function giveUp(
  db: Db,
  planId: string,
  roadshowId: string,
  findings: PlanFindings,
  figures: Record<string, number | string | boolean | null> = {},
): Promise<void> {
  await finish(db, planId, roadshowId, async (tx) => {
    await tx.roadshowPlan.update({
      where: { id: planId },
      data: { ...figures, findings: { ...findings } },
    });
    await advance(tx, roadshowPlanConduct, planId, "fail", MARKET);
  });
}

/** Writes the result unless somebody has given the version up meanwhile. */
async function finish(
  db: Db,
  planId: string,
  roadshowId: string,
  write: (tx: Tx) => Promise<void>,
): Promise<void> {
  await inTransaction(
    db,
    async (tx) => {
      await lockRoadshow(tx, roadshowId);
      const now = await tx.roadshowPlan.findUnique({ where: { id: planId } });
      if (now?.state === "SOLVING") await write(tx);
    },
    { timeoutMs: 60_000 },
  );
}
