import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { advanceProject } from "~/domain/roadshows/call/advance-project.server";
import { placeNewcomer } from "~/domain/roadshows/day/place-newcomer.server";
import { reportIllness } from "~/domain/roadshows/day/report-illness.server";
import { findPublishedPlan } from "~/domain/roadshows/timetable/agenda-queries.server";
import { readFindings } from "~/domain/roadshows/timetable/findings-view";
import { tellPlan } from "~/domain/roadshows/timetable/tell-plan.server";
import { calendarDate, useTestClock } from "~/domain/shared/clock";
import { projectAt } from "../../factories/roadshow-call";
import { eventToPlan, quickSolver } from "../../factories/roadshow-plans";
import { publishEntries } from "../../factories/roadshow-public-plans";
import { at } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const TODAY = calendarDate(new Date());
let time: ReturnType<typeof useTestClock>;
beforeEach(() => {
  time = useTestClock(at(TODAY, "08:00"));
});
afterEach(() => time.restore());

/** A running event with three pitches in one hall, one after another, and a reserve. */
async function running() {
  const event = await eventToPlan(t, "LIVE", { judges: 1 });
  const { roadshow, projects, presenters, judges } = event;
  const [hall, other] = roadshow.halls;
  await t.db.roadshowPlace.delete({ where: { id: other } });
  await t.db.roadshowItem.deleteMany({ where: { roadshowId: roadshow.id } });
  await t.db.roadshowMeeting.deleteMany({ where: { roadshowId: roadshow.id } });
  const times = ["09:00", "09:15", "09:30", "09:45"];
  const entries = projects.map(({ id }, nth) => ({
    kind: "PITCH" as const,
    subject: id,
    placeId: hall,
    from: times[nth] ?? "",
    to: times[nth + 1] ?? "",
    people: [
      { id: presenters[nth]?.id ?? "", role: "PRESENTER" as const },
      { id: judges[0]?.id ?? "", role: "JUDGE" as const },
    ],
  }));
  const planId = await publishEntries(t, roadshow, entries);
  const reserve = await projectAt(t, roadshow, "RESERVE", { title: "候补项目" });
  const plan = async () => {
    const found = await findPublishedPlan(t.db, roadshow.id);
    if (!found) throw new Error("a public timetable is expected");
    return found;
  };
  const pitches = (await plan()).entries.filter(({ kind }) => kind === "PITCH");
  return { ...event, planId, reserve, plan, pitches, organiser: roadshow.organiser.actor };
}

type Running = Awaited<ReturnType<typeof running>>;

/** The reserve moves up by hand and says yes. */
async function confirmReserve({ reserve, organiser }: Running): Promise<void> {
  await advanceProject(reserve.id, "moveUp", {}, organiser, t.db);
  await advanceProject(reserve.id, "confirm", {}, reserve.owner.actor, t.db);
}

async function startOf({ plan, reserve }: Running): Promise<Date | undefined> {
  const { entries } = await plan();
  return entries.find(({ projectId }) => projectId === reserve.id)?.startsAt;
}

describe("a reserve who confirms while the event runs", () => {
  it("takes the place that fell free, moves nobody, and those concerned are told", async () => {
    const event = await running();
    const { roadshow, reserve, organiser, pitches, plan } = event;
    const [, ill] = pitches;
    if (!ill?.projectId) throw new Error("three pitches are expected");
    const report = { roadshowId: roadshow.id, projectId: ill.projectId, note: "发烧" };
    await reportIllness(report, organiser, t.db, quickSolver);
    const before = await plan();
    await advanceProject(reserve.id, "confirm", {}, reserve.owner.actor, t.db);
    const jobs = await t.db.$queryRaw<{ key: string }[]>`
      SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'roadshows.placeNewcomer'`;
    expect(jobs).toEqual([{ key: `newcomer:${reserve.id}` }]);
    await placeNewcomer(reserve.id, t.db, quickSolver);
    const after = await plan();
    expect(after).toMatchObject({ state: "FINAL", sequence: (before.sequence ?? 0) + 1 });
    const { placeId, startsAt } = ill;
    expect(after.entries.find(({ projectId }) => projectId === reserve.id)).toMatchObject({
      placeId,
      startsAt,
    });
    const places = ({ entries }: typeof after) =>
      entries
        .filter(({ projectId }) => projectId !== reserve.id)
        .map((one) => [one.title, one.placeId, one.seat, one.startsAt.getTime()]);
    expect(places(after)).toEqual(places(before));
    await tellPlan(after.id, t.db);
    const told = await t.db.notification.findMany({ where: { kind: "roadshowEntryNew" } });
    expect(told.map(({ userId }) => userId)).toContain(reserve.owner.actor.userId);
    // Given twice, it is applied once.
    await placeNewcomer(reserve.id, t.db, quickSolver);
    expect((await plan()).id).toBe(after.id);
  });

  it("begins as early as it is ready where nothing fell free", async () => {
    const event = await running();
    const last = event.pitches.at(-1);
    if (!last) throw new Error("pitches are expected");
    await confirmReserve(event);
    await placeNewcomer(event.reserve.id, t.db, quickSolver);
    expect(await startOf(event)).toEqual(last.endsAt);
  });

  it("has time to get ready", async () => {
    const event = await running();
    const last = event.pitches.at(-1);
    if (!last) throw new Error("pitches are expected");
    await confirmReserve(event);
    time.restore();
    time = useTestClock(last.startsAt);
    await placeNewcomer(event.reserve.id, t.db, quickSolver);
    const ready = last.startsAt.getTime() + 15 * 60_000;
    const start = await startOf(event);
    expect(start?.getTime()).toBeGreaterThanOrEqual(ready);
  });

  it("is left to the organiser, in words and once, where there is no place", async () => {
    const event = await running();
    const { roadshow, reserve, organiser, pitches, planId, plan } = event;
    const openings = [{ from: at(TODAY, "09:00"), to: pitches.at(-1)?.endsAt }];
    await t.db.roadshowPlace.update({ where: { id: roadshow.halls[0] }, data: { openings } });
    await confirmReserve(event);
    await placeNewcomer(reserve.id, t.db, quickSolver);
    await placeNewcomer(reserve.id, t.db, quickSolver);
    expect((await plan()).id).toBe(planId);
    const drafts = await t.db.roadshowPlan.findMany({
      where: { roadshowId: roadshow.id, state: "DRAFT" },
      include: { entries: true },
    });
    expect(drafts).toHaveLength(1);
    expect(drafts[0]?.entries).toHaveLength((await plan()).entries.length);
    expect(readFindings(drafts[0]?.findings).missing).toMatchObject([{ title: "候补项目" }]);
    const told = await t.db.notification.findMany({ where: { kind: "pitchWithoutPlace" } });
    expect(told).toMatchObject([
      { userId: organiser.userId, params: { title: "候补项目", version: "2" } },
    ]);
    // Who waits takes what falls free later.
    const [, ill] = pitches;
    const report = { roadshowId: roadshow.id, projectId: ill?.projectId ?? "", note: "发烧" };
    await reportIllness(report, organiser, t.db, quickSolver);
    expect(await startOf(event)).toEqual(ill?.startsAt);
  });

  it("cancels no meeting for its place", async () => {
    const event = await eventToPlan(t, "LIVE", { projects: 1 });
    const { roadshow, projects, presenters, judges, firms, meetings } = event;
    const [firm] = firms;
    const [presenter] = presenters;
    const [judge] = judges;
    if (!firm || !presenter || !judge) throw new Error("a firm, a presenter and a judge");
    await t.db.roadshowItem.deleteMany({ where: { roadshowId: roadshow.id } });
    const planId = await publishEntries(t, roadshow, [
      {
        kind: "PITCH",
        subject: projects[0]?.id ?? "",
        placeId: roadshow.halls[0],
        from: "09:00",
        to: "09:15",
        people: [
          { id: presenter.id, role: "PRESENTER" },
          { id: judge.id, role: "JUDGE" },
        ],
      },
      {
        kind: "MEETING",
        subject: meetings[0] ?? "",
        placeId: roadshow.tables,
        from: "10:00",
        to: "10:20",
        people: [
          { id: firm.id, role: "PARTY" },
          { id: presenter.id, role: "PARTY" },
        ],
      },
    ]);
    // Who pitches the newcomer is there only for this meeting.
    const away = [
      ["00:00", "10:00"],
      ["10:20", "23:59"],
    ].map(([from = "", to = ""]) => ({ from: at(TODAY, from), to: at(TODAY, to) }));
    await t.db.roadshowParticipant.update({ where: { id: firm.id }, data: { unavailable: away } });
    const newcomer = await projectAt(t, roadshow, "CONFIRMED", {
      presenterUserId: firm.actor.userId,
    });
    await placeNewcomer(newcomer.id, t.db, quickSolver);
    expect((await findPublishedPlan(t.db, roadshow.id))?.id).toBe(planId);
    const draft = await t.db.roadshowPlan.findFirstOrThrow({
      where: { roadshowId: roadshow.id, state: "DRAFT" },
      include: { entries: true },
    });
    expect(draft.entries.map(({ projectId }) => projectId)).toContain(newcomer.id);
    expect(draft.entries.filter(({ kind }) => kind === "MEETING")).toHaveLength(0);
  });
});
