import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { announceDelay } from "~/domain/roadshows/day/announce-delay.server";
import { findPublishedPlan } from "~/domain/roadshows/timetable/agenda-queries.server";
import { findConflicts } from "~/domain/roadshows/timetable/conflict-queries.server";
import { tellPlan } from "~/domain/roadshows/timetable/tell-plan.server";
import { calendarDate, useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { meetingAt } from "../../factories/roadshow-people";
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

const judge = ({ id }: { id: string }) => ({ id, role: "JUDGE" as const });
const presenter = ({ id }: { id: string }) => ({ id, role: "PRESENTER" as const });
const party = ({ id }: { id: string }) => ({ id, role: "PARTY" as const });

/**
 * Two pitches one after another in the first hall before the first judge, who then hears the third in the
 * second hall, in the same zone; the second presenter meets a firm right after the pitch.
 */
async function running({ judges = 2 } = {}) {
  const event = await eventToPlan(t, "LIVE", { judges, rules: { walkMinutes: 0 } });
  const { roadshow, projects, presenters, firms, meetings } = event;
  await t.db.roadshowMeeting.deleteMany({ where: { id: { in: meetings } } });
  await t.db.roadshowItem.deleteMany({ where: { roadshowId: roadshow.id } });
  const [hall, other] = roadshow.halls;
  const [a, b, c] = projects;
  const [pa, pb, pc] = presenters;
  const [firm] = firms;
  const [ann] = event.judges;
  if (!a || !b || !c || !pa || !pb || !pc || !ann || !firm) throw new Error("too few people");
  const meetingId = await meetingAt(t, roadshow, firm, pb, "ACCEPTED", b.id);
  const pitch = { kind: "PITCH", placeId: hall } as const;
  await publishEntries(t, roadshow, [
    { ...pitch, subject: a.id, from: "09:00", to: "09:15", people: [presenter(pa), judge(ann)] },
    { ...pitch, subject: b.id, from: "09:15", to: "09:30", people: [presenter(pb), judge(ann)] },
    {
      ...pitch,
      subject: c.id,
      placeId: other,
      from: "09:30",
      to: "09:45",
      people: [presenter(pc), judge(ann)],
    },
    {
      kind: "MEETING",
      subject: meetingId,
      placeId: roadshow.tables,
      from: "09:40",
      to: "10:00",
      people: [party(firm), party(pb)],
    },
  ]);
  const plan = async () => {
    const found = await findPublishedPlan(t.db, roadshow.id);
    if (!found) throw new Error("a public timetable is expected");
    return found;
  };
  const delay = (minutes: number, delayId = newId()) => ({
    roadshowId: roadshow.id,
    delayId,
    placeId: hall,
    minutes,
    reason: "设备调试",
  });
  const entryOf = async (subject: string) =>
    (await plan()).entries.find((one) => one.projectId === subject || one.meetingId === subject);
  const people = { ann, a: pa, b: pb, c: pc, firm };
  const actor = roadshow.organiser.actor;
  return { ...event, plan, delay, entryOf, a, b, c, meetingId, people, actor };
}

type Running = Awaited<ReturnType<typeof running>>;

/** Times and places of the public timetable, for people. */
async function shownOf({ a, b, c, meetingId, entryOf }: Running) {
  const found: Record<string, string> = {};
  for (const [name, subject] of Object.entries({ a: a.id, b: b.id, c: c.id, meeting: meetingId })) {
    const entry = await entryOf(subject);
    found[name] = entry ? entry.startsAt.toISOString().slice(11, 16) : "gone";
  }
  return found;
}

/** Who was told of a move by the public version, by name. */
async function toldOf({ plan }: Running): Promise<string[]> {
  await t.db.notification.deleteMany({});
  await tellPlan((await plan()).id, t.db);
  const told = await t.db.notification.findMany();
  const people = await t.db.roadshowParticipant.findMany({
    where: { userId: { in: told.map(({ userId }) => userId) } },
  });
  return people.map(({ name }) => name).sort();
}

describe("a delay of one hall", () => {
  it("shifts that hall's entries, leaves the others, and tells those concerned alone", async () => {
    const event = await running();
    const { delay, actor, people } = event;
    await announceDelay(delay(5), actor, t.db, quickSolver);
    expect(await shownOf(event)).toEqual({ a: "01:05", b: "01:20", c: "01:30", meeting: "01:40" });
    const names = [people.a, people.b, people.ann].map(({ name }) => name);
    const told = await toldOf(event);
    for (const name of names) expect(told).toContain(name);
    expect(told).not.toContain(people.c.name);
    expect(told).not.toContain(people.firm.name);
  });

  it("sends another judge where the one of the late hall is still busy", async () => {
    const event = await running();
    const { delay, actor, c, plan, entryOf, people } = event;
    await announceDelay(delay(10), actor, t.db, quickSolver);
    expect(await shownOf(event)).toMatchObject({ a: "01:10", b: "01:25", c: "01:30" });
    const judges = (await entryOf(c.id))?.people.filter(({ role }) => role === "JUDGE");
    expect(judges).toHaveLength(1);
    expect(judges?.[0]?.participantId).not.toBe(people.ann.id);
    expect(await findConflicts(t.db, (await plan()).id)).toEqual([]);
  });

  it("makes a pitch wait for its only judge, and a meeting for who still pitches", async () => {
    const event = await running({ judges: 1 });
    const { delay, actor, c, plan, entryOf, meetingId } = event;
    await announceDelay(delay(20), actor, t.db, quickSolver);
    const after = await plan();
    expect(await findConflicts(t.db, after.id)).toEqual([]);
    const b = await entryOf(event.b.id);
    expect(b?.startsAt).toEqual(at(TODAY, "09:35"));
    const [late, meeting] = [await entryOf(c.id), await entryOf(meetingId)];
    expect(late?.people).toHaveLength(2);
    expect(late?.startsAt).not.toEqual(at(TODAY, "09:30"));
    expect(meeting?.startsAt.getTime()).toBeGreaterThanOrEqual(b?.endsAt.getTime() ?? Infinity);
    const told = await toldOf(event);
    expect(told).toContain(event.people.firm.name);
    expect(told).toContain(event.people.c.name);
  });

  it("counts once when it is sent twice at once", async () => {
    const event = await running();
    const { delay, actor, plan } = event;
    const sent = delay(10);
    await Promise.all([1, 2].map(() => announceDelay(sent, actor, t.db, quickSolver)));
    expect(await shownOf(event)).toMatchObject({ a: "01:10", b: "01:25" });
    expect(await plan()).toMatchObject({ sequence: 2 });
    expect(await t.db.roadshowDelay.count()).toBe(1);
  });
});
