import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DiffSegment, diffSegments } from "./diff-segments";

function rebuild(segments: ReadonlyArray<DiffSegment>, leave: DiffSegment["kind"]): string {
  return segments
    .filter((segment) => segment.kind !== leave)
    .map((segment) => segment.text)
    .join("");
}

describe("diffSegments", () => {
  it("compares Chinese by character and keeps figures whole", () => {
    expect(diffSegments("比容量 145 mAh/g", "可逆比容量 158.5 mAh/g")).toEqual([
      { kind: "added", text: "可逆" },
      { kind: "same", text: "比容量 " },
      { kind: "removed", text: "145" },
      { kind: "added", text: "158.5" },
      { kind: "same", text: " mAh/g" },
    ]);
  });
  it("says so when nothing or everything changed", () => {
    expect(diffSegments("钠", "钠")).toEqual([{ kind: "same", text: "钠" }]);
    expect(diffSegments("", "")).toEqual([]);
    expect(diffSegments("", "新")).toEqual([{ kind: "added", text: "新" }]);
    expect(diffSegments("旧", "")).toEqual([{ kind: "removed", text: "旧" }]);
  });
  it("rebuilds both texts, rare characters included", () => {
    const text = fc.string({
      unit: fc.constantFrom("钠", "𬭎", "电", "a", "1", " ", "。", "\n"),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const segments = diffSegments(before, after);
        expect(rebuild(segments, "added")).toBe(before);
        expect(rebuild(segments, "removed")).toBe(after);
      }),
    );
  });
  it("falls back to sentences for long texts and still rebuilds them", () => {
    const before = "本成果面向储能电站。".repeat(600);
    const after = before.replace("储能", "动力");
    const segments = diffSegments(before, after);
    expect(rebuild(segments, "added")).toBe(before);
    expect(rebuild(segments, "removed")).toBe(after);
  });
});
