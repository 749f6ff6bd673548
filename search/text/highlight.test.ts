import { describe, expect, it } from "vitest";
import { HIGHLIGHT_END, HIGHLIGHT_START, markTerms, toSegments } from "./highlight";
import { foldSameLength } from "./normalise";

const mark = (text: string, ...terms: string[]) =>
  markTerms(text, foldSameLength(text), terms)
    .map((segment) => (segment.match ? `[${segment.text}]` : segment.text))
    .join("");

describe("toSegments", () => {
  it("cuts at the markers and keeps markup as text", () => {
    const formatted = `a${HIGHLIGHT_START}<b>${HIGHLIGHT_END}c`;
    expect(toSegments(formatted)).toEqual([
      { text: "a", match: false },
      { text: "<b>", match: true },
      { text: "c", match: false },
    ]);
  });

  it("survives unbalanced markers", () => {
    expect(toSegments(`${HIGHLIGHT_END}x${HIGHLIGHT_START}`)).toEqual([
      { text: "x", match: false },
    ]);
  });
});

describe("markTerms", () => {
  it("marks whole terms, else their pairs of characters", () => {
    expect(mark("钠离子电池正极", "离子电池")).toBe("钠[离子电池]正极");
    expect(mark("钠离子电池正极", "钠电池")).toBe("钠离子[电池]正极");
    expect(mark("鈉離子電池", "离子")).toBe("鈉[離子]電池");
    expect(mark("LED 灯", "led")).toBe("[LED] 灯");
    expect(mark("", "led")).toBe("");
  });
});
