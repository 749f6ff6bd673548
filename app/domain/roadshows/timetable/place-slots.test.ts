import { describe, expect, it } from "vitest";
import { assignSeats } from "./assign-seats";
import { cutSpans, lunchSpans, meetingStarts, mergeSpans, pitchBlocks } from "./place-slots";

describe("spans of a place", () => {
  it("are merged and cut, also by what only touches them", () => {
    expect(
      mergeSpans([
        { from: 5, to: 8 },
        { from: 0, to: 5 },
        { from: 10, to: 12 },
      ]),
    ).toEqual([
      { from: 0, to: 8 },
      { from: 10, to: 12 },
    ]);
    const cuts = [
      { from: 2, to: 4 },
      { from: 10, to: 99 },
    ];
    expect(cutSpans([{ from: 0, to: 10 }], cuts)).toEqual([
      { from: 0, to: 2 },
      { from: 4, to: 10 },
    ]);
  });

  it("rest every day, across midnight too", () => {
    const noon = lunchSpans({ from: "12:00", to: "13:30" }, 1440);
    expect(noon).toContainEqual({ from: 720, to: 810 });
    expect(noon).toContainEqual({ from: 2160, to: 2250 });
    const night = lunchSpans({ from: "23:30", to: "00:30" }, 1440);
    expect(night).toContainEqual({ from: -30, to: 30 });
    expect(night).toContainEqual({ from: 1410, to: 1470 });
  });
});

describe("beginnings", () => {
  it("fill an opening with pitches and break after so many minutes of them", () => {
    const pace = { minutes: 15, gap: 5, breakAfter: 30, breakMinutes: 20 };
    const { blocks, starts } = pitchBlocks([{ from: 540, to: 660 }], pace);
    expect(starts).toEqual([540, 560, 595, 615]);
    expect(blocks).toEqual([
      { from: 540, to: 575 },
      { from: 595, to: 630 },
      { from: 650, to: 660 },
    ]);
  });

  it("go on past midnight", () => {
    const pace = { minutes: 20, gap: 0, breakAfter: 0, breakMinutes: 0 };
    const { starts } = pitchBlocks([{ from: 1400, to: 1470 }], pace);
    expect(starts).toEqual([1400, 1420, 1440]);
    expect(meetingStarts([{ from: 1420, to: 1481 }], 20, 0)).toEqual([1420, 1440, 1460]);
  });
});

describe("seats of a room", () => {
  const use = (key: string, from: number, to: number, wanted: number | null = null) => ({
    key,
    from,
    to,
    wanted,
  });

  it("never overlap, and stay where they were", () => {
    const uses = [use("a", 0, 20), use("b", 0, 20), use("c", 20, 40, 2), use("d", 10, 30, 1)];
    const seats = assignSeats(uses, 3);
    expect(seats.get("c")).toBe(2);
    for (const one of uses) {
      for (const other of uses) {
        if (one.key === other.key || seats.get(one.key) !== seats.get(other.key)) continue;
        expect(one.to <= other.from || other.to <= one.from).toBe(true);
      }
    }
  });

  it("are not invented", () => {
    expect(() => assignSeats([use("a", 0, 20), use("b", 10, 30)], 1)).toThrow(/more than 1/);
  });
});
