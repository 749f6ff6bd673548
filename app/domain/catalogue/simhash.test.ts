import { expect, it } from "vitest";
import { bitDistance, simhashOf } from "./simhash";

const text =
  "本成果针对钠离子电池硬碳负极首次库伦效率低的问题，以生物质为前驱体，经预氧化和分段炭化得到闭孔结构硬碳，" +
  "首效达到 92.1%，可逆比容量 348 mAh/g，循环 1000 次容量保持率 91%，已完成百公斤级中试。";

it("a text with a few changed words stays near", () => {
  const changed = text.replace("百公斤级", "吨级").replace("92.1%", "92.3%");
  expect(bitDistance(simhashOf(text) ?? 0n, simhashOf(changed) ?? 0n)).toBeLessThanOrEqual(10);
});

it("another text is far away", () => {
  const other =
    "面向果蔬采后冷链的多光谱无损检测装备，采用推扫成像与轻量化网络，单果检测时间 0.2 秒，糖度误差 0.6 °Brix，" +
    "在三家分选企业运行一年，识别内部褐变准确率 95%，可与现有分选线对接。";
  expect(bitDistance(simhashOf(text) ?? 0n, simhashOf(other) ?? 0n)).toBeGreaterThan(16);
});

it("traditional and full-width writing make no difference", () => {
  expect(simhashOf(`電池${text}`)).toBe(simhashOf(`电池${text}`));
});

it("a short text has no hash", () => {
  expect(simhashOf("钠电池")).toBeNull();
});
