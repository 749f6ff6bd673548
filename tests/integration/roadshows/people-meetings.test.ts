import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerMeeting } from "~/domain/roadshows/meetings/answer-meeting.server";
import { leaveMeeting } from "~/domain/roadshows/meetings/leave-meeting.server";
import { listOwnMeetings } from "~/domain/roadshows/meetings/own-meetings-queries.server";
import { findPlannableMeetings } from "~/domain/roadshows/meetings/plannable-meetings-queries.server";
import { recordMeeting } from "~/domain/roadshows/meetings/record-meeting.server";
import { remindMeetings } from "~/domain/roadshows/meetings/remind-meetings.server";
import { requestMeeting } from "~/domain/roadshows/meetings/request-meeting.server";
import { setWish } from "~/domain/roadshows/meetings/set-wish.server";
import { cancelParticipant } from "~/domain/roadshows/people/cancel-participant.server";
import { useTestClock } from "~/domain/shared/clock";
import { projectAt } from "../../factories/roadshow-call";
import { meetingAt, personAt, type TestPerson } from "../../factories/roadshow-people";
import { roadshowAt } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const DAY = 86_400_000;
let test: ReturnType<typeof useTestClock>;
beforeEach(() => {
  test = useTestClock(new Date("2026-03-02T02:00:00Z"));
});
afterEach(() => test.restore());

const ask = (from: TestPerson, to: TestPerson, message = "想谈谈许可") => {
  const input = { participantId: from.id, toId: to.id, projectId: null, message };
  return requestMeeting(input, from.actor, t.db);
};
const wish = (from: TestPerson, to: TestPerson, level: "MUST" | "MEET" | "NO" | "NONE") =>
  setWish({ participantId: from.id, toId: to.id, level }, from.actor, t.db);
const answer = (to: TestPerson, meetingId: string, yes = true, note = "") => {
  const input = {
    participantId: to.id,
    meetingId,
    answer: yes ? "accept" : "decline",
    note,
  } as const;
  return answerMeeting(input, to.actor, t.db);
};
const leave = (own: TestPerson, meetingId: string) =>
  leaveMeeting({ participantId: own.id, meetingId }, own.actor, t.db);
const meetingsOf = (roadshowId: string) =>
  t.db.roadshowMeeting.findMany({ where: { roadshowId }, orderBy: { number: "asc" } });
const statesOf = async (roadshowId: string) =>
  (await meetingsOf(roadshowId)).map((one) => one.state);
const toldOf = async (one: TestPerson) =>
  (
    await t.db.notification.findMany({
      where: { userId: one.actor.userId },
      orderBy: { id: "asc" },
    })
  ).map((row) => row.kind);

describe("requests", () => {
  it("are asked, answered, declined with a note, and taken back", async () => {
    const event = await roadshowAt(t, "REGISTRATION");
    const [a, b, c] = [
      await personAt(t, event),
      await personAt(t, event),
      await personAt(t, event),
    ];
    const { id, state } = await ask(a, b);
    expect(state).toBe("REQUESTED");
    expect(await toldOf(b)).toEqual(["roadshowMeetingRequested"]);
    await expect(ask(a, b)).rejects.toMatchObject({ code: "roadshow_meeting_exists" });
    await expect(answer(a, id)).rejects.toMatchObject({ code: "wrong_actor" });
    await answer(b, id);
    expect(await toldOf(a)).toEqual(["roadshowMeetingAgreed"]);
    await expect(answer(b, id)).rejects.toMatchObject({ code: "wrong_state" });
    const second = await ask(c, a);
    await answer(a, second.id, false, "时间不够");
    const [, declined] = await meetingsOf(event.id);
    expect(declined).toMatchObject({ state: "DECLINED", declineNote: "时间不够" });
    const third = await ask(b, c);
    await leave(b, third.id);
    await leave(a, id);
    expect(await statesOf(event.id)).toEqual(["CANCELLED", "DECLINED", "WITHDRAWN"]);
    expect(await toldOf(b)).toContain("roadshowMeetingCancelled");
  });

  it("are nobody else's, and reach nobody whom the asker may not see", async () => {
    const event = await roadshowAt(t, "REGISTRATION");
    const elsewhere = await roadshowAt(t, "REGISTRATION");
    const [a, b, c] = [
      await personAt(t, event),
      await personAt(t, event),
      await personAt(t, event),
    ];
    const hidden = await personAt(t, event, { isListed: false });
    const away = await personAt(t, elsewhere);
    const waiting = await personAt(t, event, { state: "WAITING" });
    const quiet = await personAt(t, event, { wantsMeetings: false });
    for (const to of [hidden, away, waiting, a]) {
      await expect(ask(a, to)).rejects.toMatchObject({ status: 404 });
      await expect(wish(a, to, "MEET")).rejects.toMatchObject({ status: 404 });
    }
    await expect(ask(a, quiet)).rejects.toMatchObject({ code: "roadshow_takes_no_meetings" });
    await expect(ask(waiting, a)).rejects.toMatchObject({ code: "roadshow_not_registered" });
    // Another participant's id in the form.
    const forged = { participantId: b.id, toId: c.id, projectId: null, message: "" };
    await expect(requestMeeting(forged, a.actor, t.db)).rejects.toMatchObject({ status: 404 });
    const marked = { participantId: b.id, toId: c.id, level: "MUST" as const };
    await expect(setWish(marked, a.actor, t.db)).rejects.toMatchObject({ status: 404 });
    const { id } = await ask(a, b);
    await expect(answer(c, id)).rejects.toMatchObject({ status: 404 });
    await expect(leave(c, id)).rejects.toMatchObject({ status: 404 });
    // Somebody hidden who asks is seen by who was asked.
    await ask(hidden, b);
    expect(await wish(b, hidden, "MEET")).not.toBeNull();
  });

  it("go to a presenter whether listed or not, about one of its projects", async () => {
    const event = await roadshowAt(t, "SELECTION");
    const project = await projectAt(t, event, "CONFIRMED");
    const secret = await projectAt(t, event, "CONFIRMED", { confidentiality: "NDA_SESSION" });
    const hidden = { isListed: false, roles: ["PRESENTER"] };
    const open = await personAt(t, event, { ...hidden, userId: project.presenter.userId });
    const closed = await personAt(t, event, { ...hidden, userId: secret.presenter.userId });
    const a = await personAt(t, event);
    const bound = await personAt(t, event, { hasUndertaking: true });
    const input = { participantId: a.id, toId: open.id, message: "" };
    await expect(
      requestMeeting({ ...input, projectId: secret.id }, a.actor, t.db),
    ).rejects.toMatchObject({ code: "not_a_choice", field: "projectId" });
    await requestMeeting({ ...input, projectId: null }, a.actor, t.db);
    await expect(ask(a, closed)).rejects.toMatchObject({ status: 404 });
    await ask(bound, closed);
    const made = await meetingsOf(event.id);
    expect(made.map((one) => one.projectId)).toEqual([project.id, secret.id]);
    // A presenter who asks leaves no trace of what the other may not know of.
    await ask(closed, a);
    expect((await meetingsOf(event.id))[2]?.projectId).toBeNull();
    await meetingAt(t, event, a, bound, "ACCEPTED", secret.id);
    const page = { skip: 0, take: 10 };
    const titles = async (one: TestPerson) =>
      (await listOwnMeetings(t.db, one.id, "agreed", page)).map((row) => row.project?.title);
    expect(await titles(a)).toEqual([null]);
    expect(await titles(bound)).toEqual([secret.title]);
  });

  it("keep to the quotas and the deadline, and open again on the day", async () => {
    const event = await roadshowAt(t, "REGISTRATION", { rules: { requestsMax: 2 } });
    const a = await personAt(t, event, { meetingsMax: 1 });
    const [b, c, d] = [
      await personAt(t, event),
      await personAt(t, event),
      await personAt(t, event),
    ];
    const full = await personAt(t, event, { meetingsMax: 0 });
    await expect(ask(a, full)).rejects.toMatchObject({ code: "roadshow_their_meetings_full" });
    const first = await ask(a, b);
    await ask(a, c);
    await expect(ask(a, d)).rejects.toMatchObject({ code: "roadshow_requests_full" });
    const [, asked] = await meetingsOf(event.id);
    await leave(a, asked?.id ?? "");
    // What was taken back today counts until tomorrow.
    await expect(ask(a, d)).rejects.toMatchObject({ code: "roadshow_requests_full" });
    await expect(ask(a, c)).rejects.toMatchObject({ code: "roadshow_asked_today" });
    test.advance(DAY);
    await ask(a, c);
    await answer(b, first.id);
    await expect(ask(a, d)).rejects.toMatchObject({ code: "roadshow_own_meetings_full" });
    const second = (await meetingsOf(event.id))[2];
    await expect(answer(c, second?.id ?? "")).rejects.toMatchObject({
      code: "roadshow_their_meetings_full",
    });
    const offer = await ask(d, c);
    test.advance(28 * DAY);
    await expect(ask(b, c)).rejects.toMatchObject({ code: "roadshow_meetings_closed" });
    await expect(wish(b, c, "MEET")).rejects.toMatchObject({ code: "roadshow_meetings_closed" });
    // What was asked in time is still answered, and a no is always open.
    await answer(c, offer.id);
    await wish(c, d, "NO");
    const today = await roadshowAt(t, "LIVE");
    const [x, y] = [await personAt(t, today), await personAt(t, today)];
    const { id } = await ask(x, y);
    const made = await t.db.roadshowMeeting.findUniqueOrThrow({ where: { id } });
    expect(made.source).toBe("ON_SITE");
  });
});

describe("wishes", () => {
  it("of both sides make one meeting, also when both act at once", async () => {
    const event = await roadshowAt(t, "REGISTRATION");
    const people = [];
    for (let i = 0; i < 4; i += 1) people.push(await personAt(t, event));
    const [a, b, c, d] = people;
    if (!a || !b || !c || !d) throw new Error("no people");
    expect(await wish(a, b, "MUST")).toBeNull();
    expect(await wish(b, a, "MEET")).not.toBeNull();
    await Promise.all([ask(c, d), ask(d, c)]);
    await Promise.all([wish(a, c, "MUST"), wish(c, a, "MUST")]);
    expect(await statesOf(event.id)).toEqual(["ACCEPTED", "ACCEPTED", "ACCEPTED"]);
    const plannable = await findPlannableMeetings(t.db, event.id);
    expect(plannable.map((one) => one.weight).sort((x, y) => x - y)).toEqual([4, 7, 10]);
  });

  it("that say no end what there is, and the other cannot tell it from a plain no", async () => {
    const event = await roadshowAt(t, "REGISTRATION");
    const people = [];
    for (let i = 0; i < 4; i += 1) people.push(await personAt(t, event));
    const [a, b, c, d] = people;
    if (!a || !b || !c || !d) throw new Error("no people");
    const { id } = await ask(a, b);
    await wish(b, a, "NO");
    const [declined] = await meetingsOf(event.id);
    expect(declined).toMatchObject({ id, state: "DECLINED", declineNote: "" });
    // Asked again, it looks as any other request does, is told to nobody and never agreed.
    const before = (await toldOf(b)).length;
    await expect(ask(a, b)).rejects.toMatchObject({ code: "roadshow_asked_today" });
    test.advance(DAY);
    const again = await ask(a, b);
    expect(again.state).toBe("REQUESTED");
    await wish(a, b, "MUST");
    expect((await toldOf(b)).length).toBe(before);
    expect(await statesOf(event.id)).toEqual(["DECLINED", "REQUESTED"]);
    await leave(a, again.id);
    // An agreed meeting goes.
    await wish(c, d, "MUST");
    await wish(d, c, "MUST");
    await wish(c, d, "NO");
    expect(await statesOf(event.id)).toEqual(["DECLINED", "WITHDRAWN", "CANCELLED"]);
    expect(await toldOf(d)).toContain("roadshowMeetingCancelled");
    expect(await wish(d, c, "MUST")).toBeNull();
    // A no that came after the meeting stands above it in the plan.
    await meetingAt(t, event, a, b, "ACCEPTED");
    expect(await findPlannableMeetings(t.db, event.id)).toEqual([]);
    expect(await wish(c, d, "NONE")).toBeNull();
    expect(await wish(c, d, "MEET")).not.toBeNull();
  });

  it("wait for room and are agreed when somebody makes it, musts first", async () => {
    const event = await roadshowAt(t, "REGISTRATION");
    const a = await personAt(t, event, { meetingsMax: 1 });
    const [b, c, d] = [
      await personAt(t, event),
      await personAt(t, event),
      await personAt(t, event),
    ];
    await wish(a, b, "MEET");
    await wish(b, a, "MEET");
    for (const one of [c, d]) {
      await wish(a, one, one === d ? "MUST" : "MEET");
      expect(await wish(one, a, "MUST")).toBeNull();
    }
    const [held] = await meetingsOf(event.id);
    await leave(b, held?.id ?? "");
    const [, next, ...more] = await meetingsOf(event.id);
    expect(more).toEqual([]);
    expect(next).toMatchObject({ state: "ACCEPTED", source: "WISH" });
    expect([next?.fromId, next?.toId].sort()).toEqual([a.id, d.id].sort());
    await cancelParticipant(d.id, d.actor, t.db);
    expect(await statesOf(event.id)).toEqual(["CANCELLED", "CANCELLED", "ACCEPTED"]);
    expect(await toldOf(d)).not.toContain("roadshowMeetingCancelled");
  });
});

describe("what came of a meeting", () => {
  it("is written by either of the two once the day has come", async () => {
    const early = await roadshowAt(t, "REGISTRATION");
    const [a, b] = [await personAt(t, early), await personAt(t, early)];
    const soon = await meetingAt(t, early, a, b);
    const record = (one: TestPerson, meetingId: string, minutes: string) =>
      recordMeeting(
        { participantId: one.id, meetingId, outcome: "HELD", minutes },
        one.actor,
        t.db,
      );
    await expect(record(a, soon, "谈妥")).rejects.toMatchObject({ code: "roadshow_not_begun" });
    const off = await roadshowAt(t, "CANCELLED", { startsOn: early.startsOn });
    const [g, h] = [await personAt(t, off), await personAt(t, off)];
    const never = await meetingAt(t, off, g, h);
    await expect(record(g, never, "谈妥")).rejects.toMatchObject({ code: "roadshow_over" });
    const event = await roadshowAt(t, "MATCHING");
    const project = await projectAt(t, event, "PRESENTED");
    const [x, y] = [await personAt(t, event), await personAt(t, event)];
    const id = await meetingAt(t, event, x, y, "ACCEPTED", project.id);
    await record(x, id, "两周内寄样品");
    await record(y, id, "两周内寄样品，月底前报价");
    expect(await t.db.roadshowMeeting.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "HELD",
      minutes: "两周内寄样品，月底前报价",
    });
    const { state } = await t.db.roadshowProject.findUniqueOrThrow({ where: { id: project.id } });
    expect(state).toBe("MEETINGS");
  });
});

describe("reminders", () => {
  it("go to people who want meetings and have none, once per interval until requests end", async () => {
    const event = await roadshowAt(t, "REGISTRATION");
    const [a, b, c] = [
      await personAt(t, event),
      await personAt(t, event),
      await personAt(t, event),
    ];
    const quiet = await personAt(t, event, { wantsMeetings: false });
    await meetingAt(t, event, b, c, "REQUESTED");
    await remindMeetings(t.db);
    expect(await toldOf(a)).toEqual([]);
    test.advance(3 * DAY);
    await Promise.all([remindMeetings(t.db), remindMeetings(t.db)]);
    const reminder = "roadshowMeetingsMissing";
    expect(await toldOf(a)).toEqual([reminder]);
    test.advance(2 * DAY);
    await remindMeetings(t.db);
    test.advance(DAY);
    await remindMeetings(t.db);
    expect(await toldOf(a)).toEqual([reminder, reminder]);
    test.advance(30 * DAY);
    await remindMeetings(t.db);
    expect((await toldOf(a)).length).toBe(2);
    for (const one of [b, c, quiet]) expect(await toldOf(one)).toEqual([]);
  });
});
