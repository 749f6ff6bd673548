import { describe, expect, it } from "vitest";
import { digestDueSince } from "./digest-rules";

describe("digestDueSince", () => {
  it("is midnight in Shanghai for daily digests", () => {
    expect(digestDueSince("DAILY", new Date("2026-11-23T00:00:00Z")).toISOString()).toBe(
      "2026-11-22T16:00:00.000Z",
    );
  });

  it("lets a Monday follow a Monday that quiet hours delayed, and nothing sooner", () => {
    const since = digestDueSince("WEEKLY", new Date("2026-11-23T00:00:00Z"));
    expect(since.getTime()).toBeGreaterThan(Date.parse("2026-11-16T22:00:00Z"));
    expect(since.getTime()).toBeLessThan(Date.parse("2026-11-18T00:00:00Z"));
  });
});
