import { describe, expect, it } from "vitest";
import { readYuan } from "./yuan-reading";

describe("readYuan", () => {
  it("reads 万 and 亿", () => {
    expect(readYuan("1250000")).toEqual({ amount: "125", unit: "wan" });
    expect(readYuan("320000000")).toEqual({ amount: "3.2", unit: "yi" });
  });
  it("accepts full-width digits and separators", () => {
    expect(readYuan("1,250,000")).toEqual({ amount: "125", unit: "wan" });
    expect(readYuan("125,500.50")).toEqual({ amount: "12.5501", unit: "wan" });
  });
  it("says nothing about small, negative or broken amounts", () => {
    for (const typed of ["", "9999", "-20000", "1e9", "12万", "1.2.3"]) {
      expect(readYuan(typed)).toBeNull();
    }
  });
});
