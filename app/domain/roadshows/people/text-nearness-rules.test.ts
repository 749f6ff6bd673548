import { describe, expect, it } from "vitest";
import { textNearness } from "./text-nearness-rules";

describe("textNearness", () => {
  it("is 1 for the same text, 0 for nothing shared or nothing said", () => {
    expect(textNearness("钠离子电池正极", "钠离子电池正极")).toBeCloseTo(1);
    expect(textNearness("钠离子电池", "海水养殖")).toBe(0);
    expect(textNearness("", "海水养殖")).toBe(0);
    expect(textNearness("，。", "，。")).toBe(0);
  });

  it("sees shared words in both scripts", () => {
    const near = textNearness("高湿环境下的钠电正极，OLED 封装", "钠电正极材料");
    expect(near).toBeGreaterThan(textNearness("高湿环境下的风机", "钠电正极材料"));
    expect(textNearness("OLED packaging", "封装 oled")).toBeGreaterThan(0);
  });
});
