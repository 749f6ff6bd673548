import { describe, expect, it } from "vitest";
import { confidenceOf, isUnread, sourceParts } from "./rule-source-rules";
import { shippedPolicies } from "./sample-cases";

const sure = (...levels: string[]) =>
  confidenceOf(levels.map((confidence, i) => ({ ...shippedPolicies[i % 2], confidence }) as never));

describe("sources of rules", () => {
  it("is as sure as the least sure rule", () => {
    expect(sure("high", "high")).toBe("high");
    expect(sure("high", "medium-high")).toBe("medium");
    expect(sure("medium (one year seen)")).toBe("medium");
    expect(sure("high", "assumed")).toBe("low");
  });

  it("takes web addresses and the mark for unread texts apart", () => {
    const source = "公告2015年第97号（未核对原文）（见 https://example.org/a.html ）";
    expect(isUnread(source)).toBe(true);
    expect(sourceParts(source)).toEqual([
      { text: "公告2015年第97号（见 ", isLink: false },
      { text: "https://example.org/a.html", isLink: true },
      { text: " ）", isLink: false },
    ]);
  });
});
