import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passages } from "./passage-rules";

const joined = (segments: { text: string }[]) => segments.map((one) => one.text).join("");

describe("passages", () => {
  it("shows a short text whole, with met and near words told apart", () => {
    const text = "钠离子电池正极材料，循环寿命长";
    const shown = passages(text, [{ start: 0, end: 5 }], [{ start: 10, end: 14 }]);
    expect(joined(shown)).toBe(text);
    expect(shown.filter((one) => one.match).map((one) => one.text)).toEqual(["钠离子电池"]);
    expect(shown.filter((one) => one.near).map((one) => one.text)).toEqual(["循环寿命"]);
  });

  it("leaves out what lies between far words of a long text", () => {
    const text = `${"前".repeat(500)}硬碳${"中".repeat(2000)}负极${"后".repeat(500)}`;
    const shown = passages(text, [{ start: 500, end: 502 }], [{ start: 2502, end: 2504 }]);
    expect(shown.find((one) => one.match)?.text).toBe("硬碳");
    expect(shown.find((one) => one.near)?.text).toBe("负极");
    expect(joined(shown).length).toBeLessThan(400);
    expect(shown.filter((one) => one.text === "…")).toHaveLength(3);
  });

  it("shows the beginning of a long text without marks", () => {
    const shown = passages("字".repeat(3000), [], []);
    expect(joined(shown)).toBe(`${"字".repeat(1200)}…`);
  });

  it("is empty for an empty text", () => expect(passages("", [], [])).toEqual([]));

  it("invents nothing: every stretch stands in the text, in order", () => {
    const range = fc.record({ start: fc.nat(400), end: fc.nat(400) });
    const ranges = fc.array(range, { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 400 }),
        ranges,
        ranges,
        fc.integer({ min: 20, max: 500 }),
        (text, met, near, size) => {
          let at = 0;
          for (const segment of passages(text, met, near, size)) {
            if (segment.text === "…" && !text.startsWith("…", at)) continue;
            const found = text.indexOf(segment.text, at);
            expect(found).toBeGreaterThanOrEqual(at);
            at = found + segment.text.length;
          }
        },
      ),
    );
  });
});
