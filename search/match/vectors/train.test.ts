import { describe, expect, it } from "vitest";
import { toStatistics } from "../statistics";
import { loadBuiltInTable } from "./built-in";
import { countCooccurrence } from "./cooccurrence";
import { parseLine, parseNeedLine } from "./corpus";
import { wordLikeness } from "./encode";
import { readTable, writeTable } from "./table";

describe("the shipped table", () => {
  it("knows which words are near each other", async () => {
    const table = await loadBuiltInTable();
    const statistics = toStatistics({ documents: 0, units: [], frequencies: [] }, table.prior);
    const like = (a: string, b: string) => wordLikeness(a, b, table, statistics);
    expect(like("正极", "负极")).toBeGreaterThan(like("正极", "水稻"));
    expect(like("焊接", "焊缝")).toBeGreaterThan(like("焊接", "发酵"));
    expect(like("废水", "污水")).toBeGreaterThan(like("废水", "轴承"));
    expect(like("正极", "没有这个词")).toBe(0);
  });

  it("comes back as it was written, and says so when it is cut short", async () => {
    const table = await loadBuiltInTable();
    const file = writeTable(table);
    const again = readTable(file);
    expect(Buffer.compare(writeTable(again), file)).toBe(0);
    expect(again.rowOf.size).toBe(table.rowOf.size);
    expect(again.prior.units.length).toBe(table.prior.units.length);
    expect(file.length).toBeLessThan(25_000_000);
    expect(() => readTable(file.subarray(0, 1_000))).toThrow("cut short");
    expect(() => readTable(Buffer.from("something else"))).toThrow("not a table");
  });
});

describe("co-occurrence", () => {
  it("gives a word, and the characters in it, the words around it", () => {
    const sentences = Array.from({ length: 5 }, () => ["电池", "正极", "材料"]);
    const { units, matrix } = countCooccurrence(sentences, {
      window: 1,
      minRowCount: 2,
      minColumnCount: 2,
      smoothing: 1,
    });
    expect(units).toEqual(expect.arrayContaining(["电池", "电", "池", "材料"]));
    const rowOf = (unit: string) => {
      const row = units.indexOf(unit);
      return Array.from(matrix.values.slice(matrix.offsets[row], matrix.offsets[row + 1]));
    };
    expect(rowOf("电").length).toBe(rowOf("电池").length);
  });
});

describe("training lines", () => {
  it("are read by columns and nothing else is", () => {
    expect(parseLine("a | b | c | d | e | f | g。")?.sentence).toBe("g。");
    expect(parseLine("# 材料 / 薄膜")).toBeNull();
    expect(parseLine("a | b")).toBeNull();
    expect(parseNeedLine("需求 | 说明 | 甲；乙；")?.answers).toEqual(["甲", "乙"]);
    expect(parseNeedLine("需求 | 说明")).toBeNull();
  });
});
