import { describe, expect, it } from "vitest";
import type { Board, BoardEntry, BoardPlace } from "./board-view";
import { conflictsAt, conflictsOf } from "./conflict-rules";

const place = (id: string, values: Partial<BoardPlace> = {}): BoardPlace => ({
  id,
  name: id,
  kind: "HALL",
  zone: "A",
  count: 1,
  setup: 0,
  open: [{ from: 540, to: 1080 }],
  closedFrom: null,
  ...values,
});
const entry = (id: string, start: number, values: Partial<BoardEntry> = {}): BoardEntry => ({
  id,
  kind: "PITCH",
  subject: id,
  title: id,
  isConfidential: false,
  placeId: "hall",
  seat: 1,
  start,
  end: start + 15,
  isLocked: false,
  people: [],
  recused: [],
  gone: [],
  isOff: false,
  hasBegun: false,
  position: "ANY",
  misfits: {},
  ...values,
});
const ann = { id: "ann", name: "Ann", role: "JUDGE" as const };
const board = (entries: BoardEntry[], values: Partial<Board> = {}): Board => ({
  firstDay: "2026-05-20",
  places: [place("hall"), place("room", { kind: "TABLES", zone: "B", count: 2 })],
  entries,
  absent: {},
  walkMinutes: 5,
  judgesPerPitch: 0,
  ...values,
});
const kinds = (given: Board) => conflictsOf(given).map(({ kind }) => kind);

describe("conflicts of a timetable", () => {
  it("are none where everybody and everything is in one place at a time", () => {
    const end = entry("b", 560, { placeId: "room", people: [ann] });
    expect(kinds(board([entry("a", 540, { people: [ann] }), end]))).toEqual([]);
  });

  it("name a person in two places, or without the time to walk", () => {
    const two = [
      entry("a", 540, { people: [ann] }),
      entry("b", 550, { placeId: "room", people: [ann] }),
    ];
    expect(conflictsOf(board(two))).toMatchObject([
      { kind: "PERSON", name: "Ann", entryIds: ["a", "b"], isHard: true },
    ]);
    const near = [
      entry("a", 540, { people: [ann] }),
      entry("b", 557, { placeId: "room", people: [ann] }),
    ];
    expect(kinds(board(near))).toEqual(["WALK"]);
  });

  it("count the seats of a room and the time to set up", () => {
    const inRoom = (id: string) => entry(id, 600, { kind: "MEETING", placeId: "room" });
    expect(kinds(board([inRoom("a"), inRoom("b")]))).toEqual([]);
    expect(kinds(board([inRoom("a"), inRoom("b"), inRoom("c")]))).toEqual(["PLACE"]);
    const places = [place("hall", { setup: 10 })];
    expect(kinds(board([entry("a", 540), entry("b", 560)], { places }))).toEqual(["PLACE"]);
    const item = entry("a", 540, { kind: "ITEM" });
    expect(kinds(board([item, entry("b", 555)], { places }))).toEqual([]);
  });

  it("name absence, recusal, what the place lacks, missing judges and closed halls", () => {
    const bad = entry("a", 540, {
      people: [ann],
      recused: ["ann"],
      misfits: { hall: ["EQUIPMENT"] },
    });
    const given = board([bad], {
      absent: { ann: [{ from: 500, to: 541 }] },
      judgesPerPitch: 2,
      places: [place("hall", { closedFrom: 550 })],
    });
    const found = conflictsOf(given);
    expect(found.map(({ kind }) => kind).sort()).toEqual([
      "ABSENT",
      "CLOSED",
      "MISFIT",
      "PANEL",
      "RECUSED",
    ]);
    expect(found.filter(({ isHard }) => !isHard).map(({ kind }) => kind)).toEqual(["PANEL"]);
  });

  it("leave opening times to the organiser, but say so", () => {
    expect(conflictsOf(board([entry("a", 500)]))).toMatchObject([
      { kind: "CLOSED", isHard: false },
    ]);
  });

  it("keep the first item before and the last after every pitch", () => {
    const first = entry("first", 545, { kind: "ITEM", position: "FIRST", placeId: "room" });
    const last = entry("last", 600, { kind: "ITEM", position: "LAST", placeId: "room" });
    const found = conflictsOf(board([first, entry("a", 550), entry("b", 595), last]));
    expect(found.map(({ entryIds }) => entryIds)).toEqual([
      ["a", "first"],
      ["b", "last"],
    ]);
  });

  it("name what was called off and who has cancelled, once", () => {
    const off = entry("a", 540, { people: [ann], gone: ["ann"], isOff: true });
    const gone = entry("b", 600, { people: [ann], gone: ["ann"] });
    expect(conflictsOf(board([off, gone]))).toMatchObject([
      { kind: "OFF", isHard: true, titles: ["a"] },
      { kind: "GONE", isHard: true, titles: ["b"], name: "Ann" },
    ]);
  });

  it("are told of what has begun, but hold nothing up", () => {
    const begun = entry("a", 540, { people: [ann], gone: ["ann"], hasBegun: true });
    const next = entry("b", 557, { placeId: "room", people: [ann] });
    const found = conflictsOf(board([begun, next]));
    expect(found.map(({ kind, isHard }) => [kind, isHard])).toEqual([
      ["WALK", false],
      ["GONE", false],
    ]);
  });

  it("bind the order of one day alone", () => {
    const item = { kind: "ITEM", placeId: "room" } as const;
    const last = entry("last", 600, { ...item, position: "LAST" });
    const first = entry("first", 1440 + 560, { ...item, position: "FIRST" });
    const next = entry("b", 1440 + 600);
    expect(
      kinds(board([entry("a", 550), last, first, next])).filter((one) => one === "ORDER"),
    ).toEqual([]);
  });

  it("are known before an entry is put down", () => {
    const given = board([entry("a", 540, { people: [ann] }), entry("b", 600, { people: [ann] })]);
    expect(conflictsAt(given, "b", { placeId: "room", start: 545 })).toMatchObject([
      { kind: "PERSON" },
    ]);
    expect(conflictsAt(given, "b", { placeId: "hall", start: 570 })).toEqual([]);
  });
});
