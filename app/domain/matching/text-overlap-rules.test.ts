import { describe, expect, it } from "vitest";
import { textOverlap } from "./text-overlap-rules";

const SENTENCES = [
  "现用层状氧化物正极材料循环衰减快",
  "要求用于储能电站时循环两千次以上",
  "批次间比容量偏差小于百分之三",
  "需提供公斤级样品和第三方检测报告",
];

describe("textOverlap", () => {
  it("does not mind the order of sentences or what stands between them", () => {
    const [text, other] = [`${SENTENCES.join("，")}。`, [...SENTENCES].reverse().join("；")];
    expect(textOverlap(text, other)).toBeGreaterThan(0.7);
    expect(textOverlap(text, text)).toBe(1);
  });

  it("finds a short text within a long one, from both sides", () => {
    const long = `${SENTENCES.join("")}${"另外还有许多别的内容写在后面不相干的段落里".repeat(5)}`;
    expect(textOverlap(SENTENCES.join(""), long)).toBe(1);
    expect(textOverlap(long, SENTENCES.join(""))).toBe(1);
  });

  it("finds little between texts on the same matter in other words", () => {
    const other =
      "储能电站所用正极材料寿命不足，希望找到循环稳定、批次一致的层状氧化物，并附检测数据与样品。";
    expect(textOverlap(SENTENCES.join(""), other)).toBeLessThan(0.2);
  });

  it("says nothing about short texts", () => {
    expect(textOverlap("需求内容：无", "需求内容：无")).toBe(0);
    expect(textOverlap("", SENTENCES.join(""))).toBe(0);
  });
});
