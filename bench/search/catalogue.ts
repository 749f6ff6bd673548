import fs from "node:fs";
import path from "node:path";
import { TECHNICAL_SYNONYMS } from "../../search/text/synonyms";

export interface SampleText {
  readonly title: string;
  readonly text: string;
}

/** A small generator with a fixed seed: every run measures the same catalogue. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const FILLERS =
  "基于 面向 一种 新型 高效 装置 方法 系统 工艺 及其 应用 制备 检测 控制 监测 优化 设计 研究 开发 性能 成本 效率 温度 压力 流量 精度 寿命 强度 能耗 结构 模型 算法 平台 设备 生产线 产品 指标 试验 样机 中试 批量 企业 用户 工况 环境 标准 专利 团队 合作 推广".split(
    " ",
  );

/**
 * Texts of about 400 characters. With BENCH_DATA (a folder with achievements.jsonl of {name,
 * context}) they are cut from those and mixed; without it they are made of technical words whose
 * frequencies fall as in real text.
 */
export function sampleTexts(count: number, random: () => number): SampleText[] {
  const real = readRealTexts();
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  if (real.length > 0) {
    return Array.from({ length: count }, (_, i) => {
      const one = real[i % real.length] as SampleText;
      if (i < real.length) return one;
      const other = pick(real);
      const half = Math.floor(one.text.length / 2);
      return {
        title: `${one.title.slice(0, 40)}（${i}）`,
        text: one.text.slice(0, half) + other.text.slice(Math.floor(other.text.length / 2)),
      };
    });
  }
  const technical = TECHNICAL_SYNONYMS.flat().filter((word) => /\p{Script=Han}{2}/u.test(word));
  const word = () =>
    random() < 0.4
      ? (technical[Math.floor(technical.length * random() ** 2)] ?? "")
      : pick(FILLERS);
  const words = (n: number) => Array.from({ length: n }, word).join("");
  return Array.from({ length: count }, (_, i) => ({
    title: `${words(4)}${i}`,
    text: Array.from({ length: 12 }, () => `${words(11)}。`).join(""),
  }));
}

function readRealTexts(): SampleText[] {
  const folder = process.env.BENCH_DATA;
  const file = folder && path.join(folder, "achievements.jsonl");
  if (!file || !fs.existsSync(file)) return [];
  return fs
    .readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const row: unknown = JSON.parse(line);
      const read = (name: string): string => {
        const value: unknown =
          typeof row === "object" && row !== null ? Reflect.get(row, name) : null;
        return typeof value === "string" ? value : "";
      };
      return { title: read("name").slice(0, 80), text: read("context") };
    })
    .filter((row) => row.title !== "");
}
