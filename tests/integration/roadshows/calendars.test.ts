import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { advanceRoadshow } from "~/domain/roadshows/events/advance-roadshow.server";
import { meetingConduct } from "~/domain/roadshows/meetings/meeting-conduct.server";
import { participantConduct } from "~/domain/roadshows/people/participant-conduct.server";
import { findAgendaOf } from "~/domain/roadshows/timetable/agenda-queries.server";
import { calendarKeys } from "~/domain/roadshows/timetable/calendar-keys.server";
import {
  findPersonalCalendar,
  findPublicCalendar,
} from "~/domain/roadshows/timetable/calendar-queries.server";
import { personalFeed, publicFeed } from "~/domain/roadshows/timetable/calendar-rules";
import { copyPlan } from "~/domain/roadshows/timetable/copy-plan.server";
import { moveEntry } from "~/domain/roadshows/timetable/move-entry.server";
import { publishPlan } from "~/domain/roadshows/timetable/publish-plan.server";
import { shiftPlan } from "~/domain/roadshows/timetable/shift-plan.server";
import { takeOutEntry } from "~/domain/roadshows/timetable/take-out-entry.server";
import { writeCalendar } from "~/domain/shared/icalendar";
import { advance } from "~/domain/shared/procedure/advance.server";
import { publishedEvent } from "../../factories/roadshow-plans";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const words = {
  origin: "https://market.example",
  language: "zh-CN" as const,
  meeting: "一对一对接",
  judging: "评审",
  confidential: "保密场次",
};

const uidOf = ({ number }: { number: number }, id = "") =>
  `roadshow-${number}-${calendarKeys([id]).get(id)}@market.example`;

interface Read {
  sequence: number;
  status: string;
  summary: string;
  startsAt: Date;
  alarms: string[];
}

/** What a calendar program that knows no time zone but the file's makes of a feed, by UID. */
function parse(text: string): Map<string, Read> {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zone = calendar.getFirstSubcomponent("vtimezone");
  if (!zone) throw new Error("the file defines no time zone");
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const found = new Map<string, Read>();
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    expect(found.has(event.uid), `one component of ${event.uid}`).toBe(false);
    const start = event.startDate;
    found.set(event.uid, {
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue("status")),
      summary: event.summary,
      startsAt: start.isDate
        ? new Date(`${start.toString()}T00:00:00Z`)
        : start.convertToZone(ICAL.Timezone.utcTimezone).toJSDate(),
      alarms: component
        .getAllSubcomponents("valarm")
        .map((alarm) => String(alarm.getFirstPropertyValue("trigger"))),
    });
  }
  return found;
}

async function feeds(number: number, participantId: string) {
  const { feedToken } = await t.db.roadshowParticipant.findUniqueOrThrow({
    where: { id: participantId },
  });
  const { source, participant } = await findPersonalCalendar(t.db, feedToken);
  return {
    everybody: parse(writeCalendar(publicFeed(await findPublicCalendar(t.db, number), words))),
    own: parse(writeCalendar(personalFeed(source, participant, words))),
  };
}

describe("calendars of an event, read by an independent parser", () => {
  it("have the event, the programme and own engagements at the right instants", async () => {
    const { roadshow, planId, projects, presenters, firms } = await publishedEvent(t);
    const person = presenters[0]?.id ?? "";
    const { everybody, own } = await feeds(roadshow.number, person);
    const uid = uidOf(roadshow, projects[0]?.id);
    const entry = await t.db.roadshowEntry.findFirstOrThrow({
      where: { planId, projectId: projects[0]?.id ?? "" },
    });
    for (const feed of [everybody, own]) {
      expect(feed.get(uid)).toMatchObject({
        sequence: 1,
        status: "CONFIRMED",
        startsAt: entry.startsAt,
        alarms: ["-PT15M"],
      });
      expect(feed.get(`roadshow-${roadshow.number}@market.example`)?.summary).toBe(roadshow.title);
    }
    expect(everybody.size).toBe(1 + 1 + 3);
    expect(own.size).toBe(1 + 1 + 1);
    const text = JSON.stringify([...everybody.values()]);
    expect(text).not.toContain(firms[0]?.name);
    expect([...own.values()].map(({ summary }) => summary)).toContain(
      `一对一对接 · ${firms[0]?.name}`,
    );
  });

  it("update an entry that moves, and cancel one that is taken out", async () => {
    const { roadshow, planId, projects, presenters } = await publishedEvent(t, "PROVISIONAL");
    const { actor } = roadshow.organiser;
    const uidAt = (nth: number) => uidOf(roadshow, projects[nth]?.id);
    const before = await feeds(roadshow.number, presenters[0]?.id ?? "");
    expect(before.own.get(uidAt(0))?.status).toBe("TENTATIVE");
    const copy = await copyPlan(roadshow.id, planId, actor, t.db);
    // Meetings could be where the pitch is moved to.
    await t.db.roadshowEntry.deleteMany({ where: { planId: copy, kind: "MEETING" } });
    const entryOf = async (nth: number) =>
      t.db.roadshowEntry.findFirstOrThrow({
        where: { planId: copy, projectId: projects[nth]?.id ?? "" },
      });
    const target = (revision: number) => ({ roadshowId: roadshow.id, planId: copy, revision });
    const startsAt = new Date(`${roadshow.startsOn}T17:00:00+08:00`);
    const [first, second] = [await entryOf(0), await entryOf(1)];
    await moveEntry(
      { ...target(1), entryId: first.id, placeId: roadshow.halls[1], startsAt },
      actor,
      t.db,
    );
    await takeOutEntry({ ...target(2), entryId: second.id }, actor, t.db);
    await publishPlan(copy, "FINAL", actor, t.db);
    const after = await feeds(roadshow.number, presenters[0]?.id ?? "");
    const theirs = await feeds(roadshow.number, presenters[1]?.id ?? "");
    expect([...after.everybody.keys()].sort()).toEqual([...before.everybody.keys()].sort());
    expect(after.own.get(uidAt(0))).toMatchObject({ startsAt, sequence: 2, status: "CONFIRMED" });
    for (const feed of [after.everybody, theirs.own]) {
      expect(feed.get(uidAt(1))).toMatchObject({ sequence: 2, status: "CANCELLED", alarms: [] });
    }
  });

  it("follow a change of dates and a cancellation with the same UIDs and a higher sequence", async () => {
    const { roadshow, presenters } = await publishedEvent(t);
    const { actor } = roadshow.organiser;
    const person = presenters[0]?.id ?? "";
    const before = await feeds(roadshow.number, person);
    await t.db.$transaction((tx) => shiftPlan(tx, roadshow.id, 2, actor));
    const moved = await feeds(roadshow.number, person);
    expect([...moved.own.keys()].sort()).toEqual([...before.own.keys()].sort());
    for (const [uid, event] of moved.own) {
      const was = before.own.get(uid);
      expect(event.sequence).toBeGreaterThan(was?.sequence ?? 99);
      if (event.alarms.includes("-PT15M")) {
        expect(event.startsAt.getTime() - (was?.startsAt.getTime() ?? 0)).toBe(2 * 86_400_000);
      }
    }
    await advanceRoadshow(roadshow.id, "cancel", { note: "场地停用" }, actor, t.db);
    const off = await feeds(roadshow.number, person);
    for (const feed of [off.own, off.everybody]) {
      expect([...feed.values()].every(({ status }) => status === "CANCELLED")).toBe(true);
      const highest = Math.max(...[...moved.own.values()].map(({ sequence }) => sequence));
      expect([...feed.values()].every(({ sequence }) => sequence > highest)).toBe(true);
    }
  });

  it("cancel a meeting that was called off before the next version", async () => {
    const { roadshow, firms, meetings } = await publishedEvent(t);
    const [firm] = firms;
    const uid = uidOf(roadshow, meetings[0]);
    const before = await feeds(roadshow.number, firm?.id ?? "");
    expect(before.own.get(uid)).toMatchObject({ status: "CONFIRMED", sequence: 1 });
    await advance(
      t.db,
      meetingConduct,
      meetings[0] ?? "",
      "cancel",
      firm?.actor ?? systemActor("test"),
    );
    const after = await feeds(roadshow.number, firm?.id ?? "");
    expect(after.own.get(uid)).toMatchObject({ status: "CANCELLED", sequence: 2, alarms: [] });
    expect((await findAgendaOf(t.db, firm?.id ?? "")).entries).toEqual([]);
  });

  it("name an online room and whom one meets to people who come, and take it back from who cancelled", async () => {
    const { roadshow, planId, firms, presenters } = await publishedEvent(t);
    const [firm] = firms;
    const { placeId } = await t.db.roadshowEntry.findFirstOrThrow({
      where: { planId, kind: "MEETING", people: { some: { participantId: firm?.id ?? "" } } },
    });
    await t.db.roadshow.update({
      where: { id: roadshow.id },
      data: { onlineUrl: "https://meet.example/event", changedAt: new Date("2026-01-05") },
    });
    await t.db.roadshowPlace.updateMany({
      where: { roadshowId: roadshow.id },
      data: { kind: "ONLINE_ROOM", count: 1 },
    });
    await t.db.roadshowPlace.update({
      where: { id: placeId },
      data: { url: "https://meet.example/room" },
    });
    const { feedToken } = await t.db.roadshowParticipant.findUniqueOrThrow({
      where: { id: firm?.id ?? "" },
    });
    const text = async () => {
      const { source, participant } = await findPersonalCalendar(t.db, feedToken);
      return writeCalendar(personalFeed(source, participant, words));
    };
    const everybody = writeCalendar(
      publicFeed(await findPublicCalendar(t.db, roadshow.number), words),
    );
    expect(everybody).not.toContain("meet.example");
    const before = await text();
    expect(before).toContain("https://meet.example/room");
    expect(before).toContain(presenters[0]?.name);
    await t.db.$transaction((tx) =>
      advance(tx, participantConduct, firm?.id ?? "", "cancel", firm?.actor ?? systemActor("test")),
    );
    const after = await text();
    expect(after).not.toContain("meet.example");
    expect(after).not.toContain(presenters[0]?.name);
    const whole = `roadshow-${roadshow.number}@market.example`;
    expect(parse(after).get(whole)).toMatchObject({ status: "CANCELLED", sequence: 2 });
    expect(/DTSTAMP:\S+/.exec(after)?.[0]).not.toBe(/DTSTAMP:\S+/.exec(before)?.[0]);
  });

  it("know an entry again by a key of which nobody reads the project", async () => {
    const { roadshow, projects, presenters, meetings } = await publishedEvent(t);
    const secret = projects[0]?.id ?? "";
    await t.db.roadshowProject.update({
      where: { id: secret },
      data: { confidentiality: "NDA_SESSION", noveltyAnswer: "NDA" },
    });
    const written = async () =>
      writeCalendar(publicFeed(await findPublicCalendar(t.db, roadshow.number), words));
    const before = await written();
    expect(parse(before).get(uidOf(roadshow, secret))?.summary).toBe("保密场次");
    const own = presenters[0]?.id ?? "";
    const all = JSON.stringify([...(await feeds(roadshow.number, own)).own.keys()]) + before;
    for (const { id } of projects) expect(all).not.toContain(id);
    for (const id of meetings) expect(all).not.toContain(id);
    await t.db.$transaction((tx) => shiftPlan(tx, roadshow.id, 1, roadshow.organiser.actor));
    await advanceRoadshow(
      roadshow.id,
      "cancel",
      { note: "场地停用" },
      roadshow.organiser.actor,
      t.db,
    );
    expect([...parse(await written()).keys()].sort()).toEqual([...parse(before).keys()].sort());
  });

  it("are hidden where there is no such event or token", async () => {
    await expect(findPublicCalendar(t.db, 4711)).rejects.toThrow("not_found");
    await expect(findPublicCalendar(t.db, Number.NaN)).rejects.toThrow("not_found");
    await expect(findPersonalCalendar(t.db, "nobody-has-this-token")).rejects.toThrow("not_found");
    await expect(findPersonalCalendar(t.db, "'; --")).rejects.toThrow("not_found");
  });
});
