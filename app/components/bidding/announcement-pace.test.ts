import { describe, expect, it } from "vitest";
import { announcementPace, passedMark } from "./announcement-pace";

describe("announcementPace", () => {
  it("says the first at once and then the newest of each pause", () => {
    const pace = announcementPace(3_000);
    pace.offer("100");
    expect(pace.due(0)).toBe("100");
    for (const [at, text] of [
      [200, "101"],
      [900, "102"],
      [2_900, "103"],
    ] as const) {
      pace.offer(text);
      expect(pace.due(at)).toBeNull();
      expect(pace.nextAt(at)).toBe(3_000);
    }
    expect(pace.due(3_000)).toBe("103");
    expect(pace.due(9_000)).toBeNull();
    expect(pace.nextAt(9_000)).toBeNull();
  });

  it("never says more than one sentence per pause, however many come", () => {
    const pace = announcementPace(3_000);
    const said: number[] = [];
    for (let now = 0; now < 60_000; now += 37) {
      pace.offer(String(now));
      if (pace.due(now) !== null) said.push(now);
    }
    expect(said.length).toBeLessThanOrEqual(20);
    for (const [i, at] of said.slice(1).entries()) {
      expect(at - (said[i] ?? 0)).toBeGreaterThanOrEqual(3_000);
    }
  });

  it("forgets what was not said", () => {
    const pace = announcementPace();
    pace.offer("late");
    pace.clear();
    expect(pace.due(0)).toBeNull();
  });
});

describe("passedMark", () => {
  it("names the mark that was passed, the last of several", () => {
    expect(passedMark(301, 300)).toBe(300);
    expect(passedMark(300, 299)).toBeNull();
    expect(passedMark(61, 59)).toBe(60);
    expect(passedMark(400, 20)).toBe(30);
    expect(passedMark(11, 10)).toBe(10);
  });

  it("is silent at the end and when the end moves away", () => {
    expect(passedMark(1, 0)).toBeNull();
    expect(passedMark(20, 305)).toBeNull();
  });
});
