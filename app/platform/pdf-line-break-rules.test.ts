import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakablePieces, mayBreakBetween } from "./pdf-line-break-rules";

const pieces = (text: string) =>
  breakablePieces(Array.from(text, (sign) => ({ sign }))).map((piece) =>
    piece.map((one) => one.sign).join(""),
  );

describe("line breaking", () => {
  it("keeps closing marks off the start and opening marks off the end of a line", () => {
    expect(pieces("甲方（买方）。")).toEqual(["甲", "方", "（买", "方）。"]);
    expect(pieces("《民法典》，第")).toEqual(["《民", "法", "典》，", "第"]);
  });

  it("keeps words, numbers, amounts and double signs whole", () => {
    expect(pieces("共1,200.50元")).toEqual(["共", "1,200.50", "元"]);
    expect(pieces("见 the end")).toEqual(["见 ", "the ", "end"]);
    expect(pieces("除外——以")).toEqual(["除", "外——", "以"]);
    expect(pieces("价￥300起")).toEqual(["价", "￥300", "起"]);
  });

  it("lets long addresses go on after a slash", () => {
    expect(pieces("https://a.b/c-d")).toEqual(["https://", "a.b/", "c-", "d"]);
  });

  it("loses no sign of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(pieces(text).join("")).toBe(text);
      }),
    );
    expect(mayBreakBetween("甲", "。")).toBe(false);
  });
});
