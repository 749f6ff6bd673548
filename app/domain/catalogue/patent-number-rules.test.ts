import { describe, expect, it } from "vitest";
import { canonicalIpNumber, faultOfIpNumber, readPatentNumber } from "./patent-number-rules";

describe("readPatentNumber", () => {
  it.each([
    ["201710601862.3", "201710601862.3", "INVENTION"],
    ["ZL 2017 1 0601862.3", "201710601862.3", "INVENTION"],
    ["cn201710601862.3", "201710601862.3", "INVENTION"],
    ["２０１７１０６０１８６２．３", "201710601862.3", "INVENTION"],
    ["95115608.X", "95115608.X", "INVENTION"],
    ["95115608x", "95115608.X", "INVENTION"],
    ["ZL201720001285.X", "201720001285.X", "UTILITY_MODEL"],
  ])("reads %s", (text, number, right) => {
    expect(readPatentNumber(text)).toEqual({ kind: "APPLICATION", number, right });
  });

  it("names the check character that would be right", () => {
    expect(readPatentNumber("201710601862.4")).toEqual({
      kind: "WRONG_CHECK_DIGIT",
      expected: "3",
    });
  });

  it.each(["CN107325012A", "CN 107325012 B", "CN209876543U"])(
    "knows the publication %s",
    (text) => {
      expect(readPatentNumber(text)).toEqual({ kind: "PUBLICATION" });
    },
  );

  it.each(["", "12345", "201750601862.3", "US10000000B2", "300010601862.3"])(
    "does not know %s",
    (text) => {
      expect(readPatentNumber(text)).toEqual({ kind: "UNKNOWN" });
    },
  );
});

describe("faultOfIpNumber", () => {
  it("leaves other registers alone", () => {
    expect(faultOfIpNumber("SOFTWARE", "2021SR1234567")).toBeNull();
  });

  it("sees a utility model entered as an invention", () => {
    expect(faultOfIpNumber("PATENT_INVENTION", "201720001285.X")?.code).toBe(
      "patent_kind_mismatch",
    );
  });

  it("stores one spelling of a number", () => {
    expect(canonicalIpNumber("PATENT_INVENTION", "ZL 2017 1 0601862.3")).toBe("201710601862.3");
  });
});
