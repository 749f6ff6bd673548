import { appendAudit } from "~/domain/audit/append-audit.server";
import { type Actor, systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { findRoadshowAccess } from "../events/roadshow-access.server";
import { pitchKey, readKey } from "./activity-key";
import { type ChangedDay, causeOf, changedDay, type DayChange } from "./day-change";
import { freeAgain, withNewcomers } from "./day-change-newcomer";
import type { EventRows } from "./event-rows";
import { readEventRows } from "./event-rows.server";
import { findFallenPitches } from "./fallen-pitches.server";
import { formerEntries } from "./former-entries.server";
import { type FormerEntry, planOf } from "./former-entry";
import { insertDraft } from "./insert-draft.server";
import { keptPast } from "./kept-past.server";
import { isKnownChange } from "./known-change.server";
import { makeProblem } from "./make-problem";
import { type MinuteScale, minuteScale } from "./minutes-of-event";
import { namesOf } from "./name-findings";
import { noteDayChange } from "./note-day-change.server";
import { findingsOf } from "./plan-findings";
import type { ReadProblem } from "./problem-of-event.server";
import { roadshowPlanConduct } from "./roadshow-plan-conduct.server";
import { solveDay } from "./solve-day.server";
import { type Solver, solveApart } from "./solver-process.server";
import { writeEntries } from "./write-entries.server";

const ATTEMPTS = 2;
/** For reading the event, all tries and a clash; writing the version comes on top. */
const BUDGET_MS = 4000;
/** Where somebody else has changed the timetable meanwhile, the second attempt has at least so long. */
const AGAIN_MS = 1800;

/**
 * Changes the public timetable on the day with the fewest moves: what is over or under way stays. While the
 * event runs the new version is public at once and those concerned are told; before, it is a draft. So it
 * is where something would be lost that has to take place, even with fewer judges, or where a newcomer has
 * no place without a loss: a person has to decide. A change that is public already changes nothing.
 * @returns the new version, and the projects, meetings and items that are elsewhere or gone
 * @throws DomainError "not_found" (404), "plan_not_public" (409), "plan_changed_meanwhile" (409), "plan_day_incomplete" (409)
 */
export async function replanDay(
  roadshowId: string,
  change: DayChange,
  actor: Actor,
  db: Db,
  solver: Solver = solveApart,
): Promise<{ planId: string; moved: string[] }> {
  await assertMayChange(db, roadshowId, actor);
  await inTransaction(db, async (tx) => {
    await lockRoadshow(tx, roadshowId);
    await noteDayChange(tx, roadshowId, change);
  });
  const until = performance.now() + BUDGET_MS;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const untilMs = Math.max(until, performance.now() + AGAIN_MS);
    const done = await tryReplan(roadshowId, change, { actor, untilMs }, db, solver);
    if (done && done.lost !== "") {
      const { version, lost } = done;
      throw new DomainError("plan_day_incomplete", {
        status: 409,
        params: { version, names: lost },
      });
    }
    if (done) return { planId: done.planId, moved: done.moved };
  }
  throw new DomainError("plan_changed_meanwhile", { status: 409 });
}

async function assertMayChange(db: Db, roadshowId: string, actor: Actor): Promise<void> {
  const { isOrganiser, isOffice, seats } = await findRoadshowAccess(db, { id: roadshowId }, actor);
  const isStaff = seats.has("STAGE") || seats.has("DESK") || seats.has("MODERATOR");
  const mayChange = actor.kind === "SYSTEM" || isOrganiser || isOffice || isStaff;
  if (!mayChange) throw new DomainError("not_found", { status: 404 });
}

interface Asked {
  rows: EventRows;
  scale: MinuteScale;
  former: readonly FormerEntry[];
  change: DayChange;
  changed: ChangedDay;
}

/** The problem of a changed day; who comes in is wanted early, first of all where a pitch fell out. */
async function askedOf(
  db: Db,
  roadshowId: string,
  { rows, scale, former, change, changed: { options } }: Asked,
): Promise<ReadProblem> {
  const newcomerId = change.kind === "PROJECT_IN" ? change.projectId : null;
  const ready = await getPolicyNumber(db, "market.roadshow.newcomer_ready_minutes");
  const earliest = scale.minuteOf(clock.now()) + ready;
  const minutes = rows.rules.talkMinutes + rows.rules.questionMinutes;
  const fallen = newcomerId
    ? await findFallenPitches(db, roadshowId, scale, { earliest, minutes })
    : [];
  const freed = newcomerId ? freeAgain(newcomerId, fallen, former) : null;
  const stays = [...(options.stays ?? []), ...(freed ? [freed] : [])];
  const { problem, runs } = makeProblem(rows, scale, { ...options, stays });
  const newcomers = { wanted: newcomerId && pitchKey(newcomerId), earliest, freed };
  return { problem: withNewcomers(problem, newcomers, rows, former), runs, rows, scale };
}

async function tryReplan(
  roadshowId: string,
  change: DayChange,
  { actor, untilMs }: { actor: Actor; untilMs: number },
  db: Db,
  solver: Solver,
): Promise<{ planId: string; moved: string[]; version: number; lost: string } | null> {
  const { planId: publicId } = await db.roadshow.findUniqueOrThrow({ where: { id: roadshowId } });
  if (!publicId) throw new DomainError("plan_not_public", { status: 409 });
  const rows = await readEventRows(db, roadshowId);
  if (change.kind === "PROJECT_OUT") {
    rows.projects = rows.projects.filter(({ id }) => id !== change.projectId);
  }
  const scale = minuteScale(rows.firstDay);
  const former = await formerEntries(db, publicId, scale);
  const now = clock.now();
  const minute = scale.minuteOf(now);
  if (await isKnownChange(db, roadshowId, change, former, { now: minute, scale })) {
    return { planId: publicId, moved: [], version: 0, lost: "" };
  }
  const past = await keptPast(db, roadshowId, rows.people, scale, now);
  const begun = new Set(past?.entries.map(({ key }) => key));
  const changed = changedDay(rows, scale, former, change, now, begun);
  const asked = await askedOf(db, roadshowId, { rows, scale, former, change, changed });
  const { target, kept } = changed;
  const day = { former, target, kept, change, untilMs };
  const { read, answer, lost } = await solveDay(asked, day, solver);
  const { solved, milliseconds } = answer;
  const placed = new Map(solved.plan.map((one) => [one.activity, one]));
  const inRuns = new Map(
    read.runs.flatMap((run) =>
      run.items.map(({ item, start }) => [`item:${item.id}`, { start, pool: run.placeId }]),
    ),
  );
  const moved = planOf(former).flatMap(({ activity, start, pool }) => {
    const then = placed.get(activity) ?? inRuns.get(activity);
    return then?.start === start && then.pool === pool ? [] : (readKey(activity).ids[0] ?? []);
  });
  const reason = change.kind === "DELAY" ? "DELAY" : "CHANGE";
  const made = await inTransaction(
    db,
    async (tx) => {
      await lockRoadshow(tx, roadshowId);
      const roadshow = await tx.roadshow.findUniqueOrThrow({ where: { id: roadshowId } });
      if (roadshow.planId !== publicId) return null;
      const planId = await insertDraft(tx, roadshowId, { reason, basedOnId: publicId }, actor);
      await writeEntries(tx, planId, read, solved.plan, { former, kept });
      await tx.roadshowPlan.update({
        where: { id: planId },
        data: {
          points: solved.points,
          bound: solved.bound,
          isProvenBest: solved.isProvenBest,
          solveMs: milliseconds,
          findings: { ...findingsOf(read, former, answer), ...causeOf(change) },
        },
      });
      await appendAudit(tx, actor, [
        {
          action: "roadshow-plan.replan",
          subjectType: "RoadshowPlan",
          subjectId: planId,
          detail: { roadshowId, change: change.kind, moved: moved.length },
        },
      ]);
      const isRunning = roadshow.state === "LIVE" || roadshow.state === "MATCHING";
      if (isRunning && lost.length === 0) {
        const market = systemActor("roadshow-day");
        await advance(tx, roadshowPlanConduct, planId, "publishFinal", market);
      }
      const { version } = await tx.roadshowPlan.findUniqueOrThrow({ where: { id: planId } });
      const names = namesOf(rows);
      const titles = isRunning ? lost.map((one) => names.activity(one).title) : [];
      return { planId, version, lost: titles.join("、") };
    },
    { timeoutMs: 30_000 },
  );
  return made === null ? null : { ...made, moved };
}
