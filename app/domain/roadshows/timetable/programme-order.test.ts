import { describe, expect, it } from "vitest";
import type { RoadshowRules } from "../events/roadshow-rules-schema";
import type { EventRows, ItemRow, PlaceRow } from "./event-rows";
import { makeProblem, type ProblemOptions } from "./make-problem";
import { minuteScale } from "./minutes-of-event";
import { solvePlan } from "./solve-plan.server";

const DAY = 1440;
const DAYS = ["2031-05-20", "2031-05-21"];
const at = (day: number, time: string) => new Date(`${DAYS[day]}T${time}:00+08:00`);
const rules: RoadshowRules = {
  talkMinutes: 20,
  questionMinutes: 10,
  gapMinutes: 0,
  breakAfterMinutes: 0,
  breakMinutes: 0,
  lunch: null,
  walkMinutes: 5,
  meetingMinutes: 20,
  meetingsMax: 8,
  requestsMax: 20,
  peoplePerFirm: 3,
  judgesPerPitch: 0,
  dropHigh: 0,
  dropLow: 0,
  decimals: 2,
  criteria: [],
  reviewCriteria: [],
  groupByField: false,
  isModerated: false,
  projectsPerOrganisation: 5,
  summaryMax: 500,
};
const hall = (id: string, days: readonly number[]): PlaceRow => ({
  id,
  kind: "HALL",
  name: id,
  zone: "A",
  count: 1,
  capacity: 0,
  equipment: [],
  languages: [],
  setupMinutes: 0,
  openings: days.map((day) => ({ from: at(day, "09:00"), to: at(day, "11:00") })),
  closedFrom: null,
});
const item = (id: string, position: string, startsAt: Date | null, placeId = "a"): ItemRow => ({
  id,
  title: id,
  minutes: 30,
  placeId: startsAt && placeId ? placeId : null,
  startsAt,
  position,
  personIds: [],
});
const project = (id: string) => ({
  id,
  title: id,
  fieldCodes: [],
  language: "zh",
  confidentiality: "PUBLIC",
  equipment: [],
  isOnline: false,
  unavailable: [],
  companions: 0,
  rank: null,
  state: "CONFIRMED",
  presenterUserId: null,
  createdById: `user of ${id}`,
});

function event(items: ItemRow[], { pitches = 1, days = [0, 1] } = {}): EventRows {
  return {
    firstDay: "2031-05-20",
    isOnlineOnly: false,
    rules,
    places: [hall("a", days), hall("b", days)],
    items,
    judgeUserIds: [],
    projects: Array.from({ length: pitches }, (_, nth) => project(`p${nth}`)),
    people: [],
    meetings: [],
    recused: new Map(),
  };
}

function problemOf(rows: EventRows, options?: ProblemOptions) {
  const { problem } = makeProblem(rows, minuteScale(rows.firstDay), options);
  const pitch = problem.activities.find(({ id }) => id === "pitch:p0");
  const starts = [...(pitch?.starts ?? [])].sort((a, b) => a - b);
  return { problem, pitch, starts };
}
const NINE = 540;

describe("what opens and closes a day", () => {
  it("holds back the pitches of its own day alone", async () => {
    const rows = event(
      [
        item("opening", "FIRST", at(0, "09:00")),
        item("closing of day one", "LAST", at(0, "10:00")),
        item("opening of day two", "FIRST", at(1, "09:30")),
      ],
      { pitches: 4 },
    );
    const { problem, starts } = problemOf(rows);
    expect(starts).toEqual([NINE + 30, DAY + NINE + 60, DAY + NINE + 90]);
    expect(problem.orders).toEqual([]);
    const solved = await solvePlan(problem, { seed: 1, seconds: 0.2 });
    expect(solved.missing).toEqual([]);
    const days = solved.plan.map(({ start }) => Math.floor(start / DAY));
    expect(new Set(days)).toEqual(new Set([0, 1]));
  });

  it("is an order of its own where there is one day, so that a clash names it", () => {
    const { problem } = problemOf(event([item("end", "LAST", at(0, "10:00"))], { days: [0] }));
    expect(problem.orders).toEqual([["pitch:p0", "item:end"]]);
  });

  it("binds the whole event without a time of its own", () => {
    const { problem } = problemOf(event([item("start", "FIRST", null)]));
    expect(problem.orders).toEqual([["item:start", "pitch:p0"]]);
  });

  it("holds pitches back in every hall when it is under way or late", () => {
    const rows = event([item("opening", "FIRST", at(0, "09:00"))], { days: [0] });
    const opening = { key: "item:opening", placeId: "a", personIds: [] };
    const span = { from: NINE + 30, to: NINE + 60 };
    const stays = [{ key: "pitch:p0", placeId: "b", span: { from: NINE + 30, to: NINE + 60 } }];
    const { starts } = problemOf(rows, { kept: [{ ...opening, span }], stays });
    expect(starts).toEqual([NINE + 60, NINE + 90]);
  });

  it("closes the day after the pitches that are late, and stays late in the next change", () => {
    const rows = event([item("end", "LAST", at(0, "10:00"))], { days: [0], pitches: 2 });
    const span = { from: NINE + 40, to: NINE + 70 };
    const late = { key: "pitch:p1", placeId: "b", span, personIds: [] };
    const end = { key: "item:end", placeId: "a", span: { from: NINE + 60, to: NINE + 90 } };
    const startOf = (options: ProblemOptions) =>
      problemOf(rows, options).problem.activities.find(({ id }) => id === "item:end")?.locked
        ?.start;
    expect(startOf({ kept: [late], stays: [end] })).toBe(NINE + 70);
    const public2 = { ...end, span: { from: NINE + 70, to: NINE + 100 } };
    expect(startOf({ stays: [public2] })).toBe(NINE + 70);
    const locked = new Map([["item:end", { start: NINE + 60, placeId: "a" }]]);
    expect(startOf({ kept: [late], stays: [end], locked })).toBe(NINE + 60);
  });

  it("does not close what has begun to close: what is pitched after it cannot be helped", () => {
    const rows = event([item("end", "LAST", at(0, "09:00"))], { days: [0] });
    const span = { from: NINE, to: NINE + 30 };
    const kept = [{ key: "item:end", placeId: "a", personIds: [], span }];
    expect(problemOf(rows, { kept, notBefore: NINE }).starts).toContain(NINE + 30);
    expect(problemOf(rows, { kept, notBefore: 0 }).starts).toEqual([]);
  });

  it("binds a pitch that is locked on its day", () => {
    const rows = event([item("opening", "FIRST", at(0, "09:00"))]);
    const locked = new Map([["pitch:p0", { start: NINE, placeId: "b" }]]);
    expect(problemOf(rows, { locked }).problem.orders).toEqual([["item:opening", "pitch:p0"]]);
  });
});
