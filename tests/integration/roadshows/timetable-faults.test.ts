import { afterEach, describe, expect, it } from "vitest";
import { advanceProject } from "~/domain/roadshows/call/advance-project.server";
import { cancelParticipant } from "~/domain/roadshows/people/cancel-participant.server";
import { findConflicts } from "~/domain/roadshows/timetable/conflict-queries.server";
import { copyPlan } from "~/domain/roadshows/timetable/copy-plan.server";
import { readFindings } from "~/domain/roadshows/timetable/findings-view";
import { orderPlan } from "~/domain/roadshows/timetable/order-plan.server";
import { publishPlan } from "~/domain/roadshows/timetable/publish-plan.server";
import { replanDay } from "~/domain/roadshows/timetable/replan-day.server";
import {
  findStuckPlans,
  reviveStuckPlan,
} from "~/domain/roadshows/timetable/revive-stuck-plans.server";
import { solveOrderedPlan } from "~/domain/roadshows/timetable/solve-ordered-plan.server";
import { takeOutEntry } from "~/domain/roadshows/timetable/take-out-entry.server";
import { getTimetablePage } from "~/domain/roadshows/timetable/timetable-queries.server";
import { calendarDate, useTestClock } from "~/domain/shared/clock";
import { sweepRoadshowDates } from "~/jobs/roadshows/sweep.server";
import { logger } from "~/platform/logger.server";
import {
  eventToPlan,
  publishedEvent,
  quickSolver,
  solvedPlan,
} from "../../factories/roadshow-plans";
import { at, roadshowAt } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const TODAY = calendarDate(new Date());
let time: ReturnType<typeof useTestClock> | undefined;
afterEach(() => time?.restore());

describe("a timetable whose solving broke off for good", () => {
  it("is tried once more, then it has failed in words and can be ordered anew", async () => {
    const { roadshow } = await eventToPlan(t, "SELECTION", { projects: 1 });
    const { actor } = roadshow.organiser;
    const order = { reason: "FIRST", note: "" } as const;
    const id = await orderPlan(roadshow.id, order, actor, t.db);
    const stuck = { id, roadshowId: roadshow.id };
    const breakJob = () => t.db.$executeRaw`
      UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key = ${`solve:${id}`}`;
    const read = async () => {
      const plan = await t.db.roadshowPlan.findUniqueOrThrow({ where: { id } });
      return { state: plan.state, findings: readFindings(plan.findings) };
    };
    expect(await findStuckPlans(t.db)).toEqual([]);
    await breakJob();
    expect(await findStuckPlans(t.db)).toEqual([stuck]);
    // While a worker is at it, it is left alone.
    const killed = solveOrderedPlan(id, t.db, async () => {
      await reviveStuckPlan(stuck, t.db);
      throw new Error("killed");
    });
    await expect(killed).rejects.toThrow("killed");
    expect((await read()).findings.retriedAt).toBeNull();
    await Promise.all([reviveStuckPlan(stuck, t.db), reviveStuckPlan(stuck, t.db)]);
    const tried = await read();
    expect(tried.state).toBe("SOLVING");
    expect(tried.findings.retriedAt).not.toBeNull();
    expect(await findStuckPlans(t.db)).toEqual([]);
    await breakJob();
    await sweepRoadshowDates({}, { db: t.db, logger });
    expect(await read()).toMatchObject({ state: "FAILED", findings: { fault: "plan_broken" } });
    const page = await getTimetablePage(roadshow.id, { version: null, page: 1 }, actor, t.db);
    expect(page.current).toMatchObject({ state: "FAILED", findings: { fault: "plan_broken" } });
    await orderPlan(roadshow.id, order, actor, t.db);
  });
});

describe("a draft in which something was called off", () => {
  it("names it and who has cancelled, and is not published before that is out", async () => {
    const event = await eventToPlan(t, "SELECTION", { projects: 2 });
    const { roadshow, projects, firms, openingId } = event;
    const { actor } = roadshow.organiser;
    const [firm, other] = firms;
    const [project] = projects;
    if (!firm || !other || !project) throw new Error("people are expected");
    await t.db.roadshowItem.update({
      where: { id: openingId },
      data: { personIds: [firm.id] },
    });
    const planId = await solvedPlan(t, event);
    await cancelParticipant(firm.id, firm.actor, t.db);
    await advanceProject(project.id, "withdraw", { note: "样机损坏" }, project.owner.actor, t.db);
    const found = (await findConflicts(t.db, planId)).filter(({ isHard }) => isHard);
    const texts = found.map(({ kind, titles, name }) => `${kind} ${titles.join()} ${name}`);
    expect(texts).toContain(`OFF ${project.title} `);
    expect(texts).toContain(`GONE 开幕致辞 ${firm.name}`);
    expect(texts.filter((one) => one.startsWith("OFF") && one.includes(firm.name))).toHaveLength(1);
    await expect(publishPlan(planId, "FINAL", actor, t.db)).rejects.toThrow("plan_conflicts");
    const off = await t.db.roadshowEntry.findMany({
      where: {
        planId,
        OR: [
          { itemId: openingId },
          { projectId: project.id },
          { meeting: { state: "CANCELLED" } },
          { meeting: { projectId: project.id } },
        ],
      },
    });
    for (const [nth, { id: entryId }] of off.entries()) {
      const target = { roadshowId: roadshow.id, planId, revision: nth + 1 };
      await takeOutEntry({ ...target, entryId }, actor, t.db);
    }
    await publishPlan(planId, "FINAL", actor, t.db);
  });

  it("is published on the day whatever has become of what has begun", async () => {
    time = useTestClock(at(TODAY, "08:00"));
    const event = await publishedEvent(t, "FINAL", "LIVE", { projects: 2 });
    const { roadshow, planId, presenters, projects } = event;
    const { actor } = roadshow.organiser;
    const first = await t.db.roadshowEntry.findFirstOrThrow({
      where: { planId, kind: "PITCH" },
      orderBy: { startsAt: "asc" },
    });
    const nth = projects.findIndex(({ id }) => id === first.projectId);
    const absence = { from: first.startsAt.toISOString(), to: first.endsAt.toISOString() };
    await t.db.roadshowParticipant.update({
      where: { id: presenters[nth]?.id ?? "" },
      data: { unavailable: [absence] },
    });
    const copy = await copyPlan(roadshow.id, planId, actor, t.db);
    await expect(publishPlan(copy, "FINAL", actor, t.db)).rejects.toThrow("plan_conflicts");
    time.restore();
    time = useTestClock(new Date(first.startsAt.getTime() + 60_000));
    expect(await findConflicts(t.db, copy)).toContainEqual(
      expect.objectContaining({ kind: "ABSENT", isHard: false }),
    );
    await publishPlan(copy, "FINAL", actor, t.db);
  });
});

describe("changes that are counted", () => {
  it("are other judges at the same time and place, too", async () => {
    time = useTestClock(at(TODAY, "08:00"));
    const event = await publishedEvent(t, "FINAL", "LIVE", { projects: 1 });
    const { roadshow, planId, judges, projects } = event;
    const seat = await t.db.roadshowEntryPerson.findFirstOrThrow({
      where: { planId, role: "JUDGE" },
    });
    const change = {
      kind: "PERSON_OUT",
      participantId: seat.participantId,
      fromAt: at(TODAY, "08:00"),
    } as const;
    const { organiser, id } = roadshow;
    const next = await replanDay(id, change, organiser.actor, t.db, quickSolver);
    const plan = await t.db.roadshowPlan.findUniqueOrThrow({ where: { id: next.planId } });
    const nameOf = (isOut: boolean) =>
      judges.filter((one) => (one.id === seat.participantId) === isOut).map(({ name }) => name);
    expect(readFindings(plan.findings).judges).toMatchObject([
      { subject: projects[0]?.id, left: nameOf(true), joined: nameOf(false) },
    ]);
    expect(readFindings(plan.findings).moved).toEqual([]);
  });
});

describe("the page of timetables", () => {
  it("says why no more are made", async () => {
    const why = async (state: Parameters<typeof roadshowAt>[1]) => {
      const { id, organiser } = await roadshowAt(t, state);
      const asked = { version: null, page: 1 };
      return (await getTimetablePage(id, asked, organiser.actor, t.db)).whyClosed;
    };
    expect(await why("CALL_OPEN")).toBe("EARLY");
    expect(await why("LIVE")).toBeNull();
    expect(await why("REPORTED")).toBe("OVER");
    expect(await why("CANCELLED")).toBe("CANCELLED");
  });
});
