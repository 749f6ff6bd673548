import { describe, expect, it } from "vitest";
import { markWords, splitHighlight } from "./highlight-segments";

describe("splitHighlight", () => {
  const open = "\uE000";
  const close = "\uE001";
  it("keeps HTML as text", () => {
    expect(splitHighlight(`<b>${open}钠${close}电池`, open, close)).toEqual([
      { text: "<b>", match: false },
      { text: "钠", match: true },
      { text: "电池", match: false },
    ]);
  });
  it("survives unbalanced markers", () => {
    expect(splitHighlight(`甲${close}乙${open}丙`, open, close)).toEqual([
      { text: "甲乙", match: false },
      { text: "丙", match: true },
    ]);
  });
  it("returns nothing for nothing", () => expect(splitHighlight("", open, close)).toEqual([]));
});

describe("markWords", () => {
  it("prefers the longer word and ignores case", () => {
    expect(markWords("钠离子电池 Na-Ion", ["离子", "钠离子", "na-ion"])).toEqual([
      { text: "钠离子", match: true },
      { text: "电池 ", match: false },
      { text: "Na-Ion", match: true },
    ]);
  });
  it("takes pattern characters literally", () => {
    expect(markWords("C++ (v2)", ["C++", "("])).toEqual([
      { text: "C++", match: true },
      { text: " ", match: false },
      { text: "(", match: true },
      { text: "v2)", match: false },
    ]);
  });
});
