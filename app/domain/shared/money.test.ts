import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatFen, parseYuan, toYuanText } from "./money";

describe("money", () => {
  it.each([
    ["1200", 120_000n],
    ["1,200.5", 120_050n],
    ["１２００．０５", 120_005n],
    ["¥ 0.01", 1n],
  ])("reads %s", (text, fen) => {
    expect(parseYuan(text)).toBe(fen);
  });

  it.each(["", "abc", "1.234", "-5", "1e3", "9999999999999"])("refuses %s", (text) => {
    expect(parseYuan(text)).toBeNull();
  });

  it("survives the way through an input field", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999n }), (fen) => {
        expect(parseYuan(toYuanText(fen))).toBe(fen);
      }),
    );
  });

  it("speaks of 万元 in Chinese and of thousands in English", () => {
    expect(formatFen(35_000_000n, "zh-CN")).toBe("35 万元");
    expect(formatFen(120_050n, "zh-CN")).toBe("1,200.5 元");
    expect(formatFen(35_000_000n, "en")).toBe("CN¥350,000");
  });
});
