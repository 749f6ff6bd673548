import { describe, expect, it } from "vitest";
import { joinTags, splitTags } from "./tag-values";

describe("splitTags", () => {
  it("splits at Chinese and Latin separators and drops repeats", () => {
    expect(splitTags("钠离子电池、正极材料,层状氧化物; Na-ion ,NA-ION;\n")).toEqual([
      "钠离子电池",
      "正极材料",
      "层状氧化物",
      "Na-ion",
    ]);
  });
  it("keeps spaces inside a tag", () =>
    expect(splitTags(" solid   state battery ")).toEqual(["solid state battery"]));
  it("is stable over a round trip", () => {
    const tags = ["甲", "乙 丙"];
    expect(splitTags(joinTags(tags))).toEqual(tags);
  });
});
