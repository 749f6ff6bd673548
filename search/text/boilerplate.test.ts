import { describe, expect, it } from "vitest";
import { searchableText, withoutBoilerplate } from "./boilerplate";

describe("withoutBoilerplate", () => {
  it("removes form headings and patent formulas", () => {
    expect(withoutBoilerplate("需求内容：提高电池寿命。技术指标：循环 2000 次")).toBe(
      "提高电池寿命。循环 2000 次",
    );
    expect(withoutBoilerplate("本发明公开了一种涂料").trim()).toBe("涂料");
  });

  it("leaves a word alone that only begins like a heading", () => {
    expect(withoutBoilerplate("需求侧响应的调度方法")).toBe("需求侧响应的调度方法");
  });
});

describe("searchableText", () => {
  it("says every sentence once and stops at the limit", () => {
    expect(searchableText(["激光熔覆。激光熔覆。", "激光熔覆。"], 100)).toBe("激光熔覆。");
    expect(searchableText(["一".repeat(50)], 20)).toHaveLength(20);
  });
});
