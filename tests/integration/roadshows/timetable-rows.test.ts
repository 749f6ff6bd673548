import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RoadshowState } from "~/domain/roadshows/events/roadshow-procedure";
import { readFindings } from "~/domain/roadshows/timetable/findings-view";
import { moveEntry } from "~/domain/roadshows/timetable/move-entry.server";
import { publishPlan } from "~/domain/roadshows/timetable/publish-plan.server";
import { replanDay } from "~/domain/roadshows/timetable/replan-day.server";
import { calendarDate, useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { meetingAt } from "../../factories/roadshow-people";
import { eventToPlan, quickSolver, solvedPlan } from "../../factories/roadshow-plans";
import { at, dayIn } from "../../factories/roadshows";
import { checkPlanRows } from "../../setup/check-plan-rows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const TODAY = calendarDate(new Date());
let time: ReturnType<typeof useTestClock> | undefined;
beforeEach(() => {
  time = useTestClock(at(TODAY, "08:00"));
});
afterEach(() => time?.restore());

/**
 * Two days with an opening each and a closing of the first, time to set up, a judge who steps back and one who
 * is away, and a firm that takes one meeting of two that were agreed.
 */
async function fullEvent(state: RoadshowState) {
  const rules = { gapMinutes: 5, meetingsMax: 4 };
  const event = await eventToPlan(t, state, { days: 2, projects: 4, rules });
  const { roadshow, projects, presenters, judges, firms } = event;
  const second = dayIn((Date.parse(roadshow.startsOn) - Date.parse(TODAY)) / 86_400_000 + 1);
  await t.db.roadshowPlace.updateMany({
    where: { roadshowId: roadshow.id },
    data: { setupMinutes: 3 },
  });
  const item = (title: string, position: string, date: string, clock: string) => ({
    id: newId(),
    roadshowId: roadshow.id,
    kind: "OPENING",
    title,
    minutes: 20,
    placeId: roadshow.halls[1],
    startsAt: at(date, clock),
    position,
  });
  await t.db.roadshowItem.createMany({
    data: [
      item("首日小结", "LAST", roadshow.startsOn, "10:20"),
      item("次日开场", "FIRST", second, "09:30"),
    ],
  });
  const [judge, away] = judges;
  const [firm] = firms;
  const [, , third] = presenters;
  if (!judge || !away || !firm || !third) throw new Error("people are expected");
  const member = await t.db.roadshowMember.findFirstOrThrow({
    where: { roadshowId: roadshow.id, userId: judge.actor.userId },
  });
  await t.db.roadshowRecusal.create({
    data: {
      id: newId(),
      memberId: member.id,
      projectId: projects[0]?.id ?? "",
      kind: "DECLARED",
    },
  });
  const absence = {
    from: at(second, "09:00").toISOString(),
    to: at(second, "18:00").toISOString(),
  };
  await t.db.roadshowParticipant.update({
    where: { id: away.id },
    data: { unavailable: [absence] },
  });
  await t.db.roadshowParticipant.update({ where: { id: firm.id }, data: { meetingsMax: 1 } });
  await meetingAt(t, roadshow, firm, third, "ACCEPTED", projects[2]?.id ?? null);
  return { ...event, firm, actor: roadshow.organiser.actor };
}

describe("the rows of a timetable, checked by the rules of the event alone", () => {
  it("break none after a solve and after a move by hand, and what is broken is named", async () => {
    const event = await fullEvent("SELECTION");
    const { roadshow, firm, actor } = event;
    const planId = await solvedPlan(t, event);
    expect(await checkPlanRows(t.db, planId)).toEqual([]);
    const takes = (meetingsMax: number) =>
      t.db.roadshowParticipant.update({ where: { id: firm.id }, data: { meetingsMax } });
    await takes(0);
    expect((await checkPlanRows(t.db, planId)).join()).toContain("too many meetings");
    await takes(1);
    const plan = await t.db.roadshowPlan.findUniqueOrThrow({ where: { id: planId } });
    expect(readFindings(plan.findings).missing).toMatchObject([
      { kind: "MEETING", isRequired: false, reason: "QUOTA" },
    ]);
    const pitch = await t.db.roadshowEntry.findFirstOrThrow({
      where: { planId, kind: "PITCH", startsAt: { lt: at(roadshow.startsOn, "18:00") } },
      include: { people: true },
    });
    const target = { roadshowId: roadshow.id, planId, entryId: pitch.id, revision: 1 };
    const to = { placeId: roadshow.halls[1], startsAt: at(roadshow.startsOn, "09:45") };
    await t.db.roadshowEntry.deleteMany({
      where: {
        planId,
        kind: { not: "ITEM" },
        id: { not: pitch.id },
        startsAt: { lt: at(roadshow.startsOn, "11:00") },
      },
    });
    await moveEntry({ ...target, ...to }, actor, t.db);
    const apart = (texts: string[]) => texts.filter((one) => !one.startsWith("missing"));
    expect(apart(await checkPlanRows(t.db, planId))).toEqual([]);
    const late = { placeId: roadshow.halls[0], startsAt: at(roadshow.startsOn, "10:10") };
    await moveEntry({ ...target, ...late, revision: 2 }, actor, t.db);
    expect(apart(await checkPlanRows(t.db, planId)).join()).toContain("order");
  });

  it("break none after changes on the day", async () => {
    const event = await fullEvent("LIVE");
    const { roadshow, firms, judges, actor } = event;
    const planId = await solvedPlan(t, event);
    await publishPlan(planId, "FINAL", actor, t.db);
    const replan = async (change: Parameters<typeof replanDay>[1]) => {
      const done = await replanDay(roadshow.id, change, actor, t.db, quickSolver);
      expect(await checkPlanRows(t.db, done.planId, { mayBeLate: true })).toEqual([]);
      return done;
    };
    const [hall] = roadshow.halls;
    await replan({ kind: "DELAY", placeId: hall, fromAt: at(TODAY, "09:30"), minutes: 5 });
    const fromAt = at(TODAY, "09:00");
    await replan({ kind: "PERSON_OUT", participantId: firms[1]?.id ?? "", fromAt });
    const { moved } = await replan({
      kind: "PERSON_OUT",
      participantId: judges[1]?.id ?? "",
      fromAt: at(TODAY, "17:00"),
    });
    expect(moved).toEqual([]);
  });
});
