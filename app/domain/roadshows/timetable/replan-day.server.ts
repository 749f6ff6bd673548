import { appendAudit } from "~/domain/audit/append-audit.server";
import { type Actor, systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { findRoadshowAccess } from "../events/roadshow-access.server";
import { readSpans } from "../events/roadshow-rules-schema";
import { readKey } from "./activity-key";
import { causeOf, changedDay, type DayChange } from "./day-change";
import { readEventRows } from "./event-rows.server";
import { formerEntries } from "./former-entries.server";
import { planOf } from "./former-entry";
import { insertDraft } from "./insert-draft.server";
import { keptPast } from "./kept-past.server";
import { makeProblem } from "./make-problem";
import { minuteScale } from "./minutes-of-event";
import { namesOf } from "./name-findings";
import { findingsOf } from "./plan-findings";
import { roadshowPlanConduct } from "./roadshow-plan-conduct.server";
import { solveDay } from "./solve-day.server";
import { type Solver, solveApart } from "./solver-process.server";
import { writeEntries } from "./write-entries.server";

const ATTEMPTS = 2;

/**
 * Changes the public timetable on the day with the fewest moves: what is over or under way stays. While the
 * event runs the new version is public at once and those concerned are told; before, it is a draft. So it
 * is where something would be lost that has to take place, even with fewer judges: a person has to decide.
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
    await noteChange(tx, roadshowId, change);
  });
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const done = await tryReplan(roadshowId, change, actor, db, solver);
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

/** Who is away from when on. */
function personOut(change: DayChange): { participantId: string; fromAt: Date } | null {
  if (change.kind === "PERSON_OUT") return change;
  if (change.kind !== "PROJECT_OUT" || !change.participantId) return null;
  return { participantId: change.participantId, fromAt: clock.now() };
}

/** What a later timetable has to know too. */
async function noteChange(tx: Tx, roadshowId: string, change: DayChange): Promise<void> {
  if (change.kind === "PLACE_CLOSED") {
    const { placeId, fromAt } = change;
    await tx.roadshowPlace.updateMany({
      where: {
        id: placeId,
        roadshowId,
        OR: [{ closedFrom: null }, { closedFrom: { gt: fromAt } }],
      },
      data: { closedFrom: fromAt },
    });
  }
  const out = personOut(change);
  if (out) {
    const { participantId, fromAt } = out;
    const person = await tx.roadshowParticipant.findFirst({
      where: { id: participantId, roadshowId },
      select: { unavailable: true, roadshow: { select: { endsOn: true } } },
    });
    if (!person) throw new DomainError("not_found", { status: 404 });
    const known = Array.isArray(person.unavailable) ? person.unavailable : [];
    // Two days after the last one: an event may run past midnight.
    const last = person.roadshow.endsOn?.getTime() ?? fromAt.getTime();
    const to = new Date(Math.max(last, fromAt.getTime()) + 2 * 86_400_000);
    const away = { from: fromAt.toISOString(), to: to.toISOString() };
    // Reported once more, because the timetable could not be changed the first time.
    if (readSpans(known).some((one) => one.from <= fromAt && to <= one.to)) return;
    await tx.roadshowParticipant.update({
      where: { id: participantId },
      data: { unavailable: [...known, away] },
    });
  }
}

async function tryReplan(
  roadshowId: string,
  change: DayChange,
  actor: Actor,
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
  const past = await keptPast(db, roadshowId, rows.people, scale, now);
  const begun = new Set(past?.entries.map(({ key }) => key));
  const { options, target, kept } = changedDay(rows, scale, former, change, now, begun);
  const asked = { ...makeProblem(rows, scale, options), rows, scale };
  const { read, answer, lost } = await solveDay(asked, { former, target, kept, change }, solver);
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
