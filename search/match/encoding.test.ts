import { describe, expect, it } from "vitest";
import { Comparison, pack, tagOf, unpack } from "./encoding";

const vector = (...values: number[]) => {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
};
const units = new Map([
  ["钠", 0.6],
  ["电池", 0.8],
]);

describe("encodings", () => {
  it("come back as they were packed, within the steps of whole numbers", () => {
    const encoding = unpack(pack(tagOf("a"), vector(1, -2, 3), units));
    if (!encoding) throw new Error("not read");
    expect(encoding.tag).toBe(tagOf("a"));
    const same = new Comparison(vector(1, -2, 3), units);
    expect(same.meaning(encoding)).toBeCloseTo(1, 2);
    expect(same.words(encoding)).toBeCloseTo(1, 2);
    const other = new Comparison(vector(2, 1, 0), new Map([["电池", 1]]));
    expect(other.meaning(encoding)).toBeCloseTo(0, 2);
    expect(other.words(encoding)).toBeCloseTo(0.8, 2);
  });

  it("work without a vector and without words", () => {
    const encoding = unpack(pack(1, null, new Map()));
    if (!encoding) throw new Error("not read");
    expect(new Comparison(vector(1, 1), units).meaning(encoding)).toBe(0);
    expect(new Comparison(null, units).words(encoding)).toBe(0);
  });

  it("are told apart from other text", () => {
    for (const text of ["", "abc", "not base64 ☃", "AAAA".repeat(4)]) {
      const read = unpack(text);
      expect(read === null || read.tag === 0).toBe(true);
    }
  });
});
