import { describe, expect, it } from "vitest";
import { isGovernmentRun, isMaterialChange, needsPublicityFor } from "./publicity-rules";
import { priceTextOf, publicityModeOf, relatedStatementOf } from "./publicity-text-rules";
import { type TermSheetContent, termSheetSchema } from "./term-sheet-schema";

function terms(price: object, categoryCode = "31"): TermSheetContent {
  return termSheetSchema.parse({
    title: "涂覆方法专利许可",
    categoryCode,
    object: { description: "许可实施" },
    licence: { kind: "EXCLUSIVE" },
    price: { kind: "LUMP_SUM", totalFen: "123456789", technicalFen: "123456789", ...price },
    term: {},
    acceptance: {},
    results: {},
    improvements: {},
    confidentiality: {},
    dispute: {},
  });
}

const university = {
  kind: "UNIVERSITY",
  natureCode: "022",
  origin: "INTRODUCTION",
  isServiceOutcome: true,
  content: terms({}),
};

describe("needsPublicityFor", () => {
  it.each([
    ["a licence of a public university", {}, true],
    [
      "an assignment of an institute",
      { kind: "RESEARCH_INSTITUTE", natureCode: "021", content: terms({}, "21") },
      true,
    ],
    ["a university whose nature is not recorded", { natureCode: null }, true],
    ["a private university", { natureCode: "030" }, false],
    ["a firm", { kind: "ENTERPRISE", natureCode: "100" }, false],
    ["an outcome that is not a service outcome", { isServiceOutcome: false }, false],
    ["a development", { content: terms({}, "11") }, false],
    ["a development paid in shares", { content: terms({ isEquity: true }, "11") }, true],
    ["a price found by bidding", { origin: "LOT" }, false],
    ["talks after a roadshow", { origin: "ROADSHOW" }, true],
  ])("judges %s", (_, change, expected) => {
    expect(needsPublicityFor({ ...university, ...change })).toBe(expected);
  });

  it("takes only units of the state for government-run", () => {
    expect(isGovernmentRun("GOVERNMENT_OFFICE", "010")).toBe(true);
    expect(isGovernmentRun("PARK", "020")).toBe(false);
  });
});

describe("isMaterialChange", () => {
  it("is a matter of what was made public", () => {
    const before = terms({});
    expect(isMaterialChange(before, { ...before, liability: "每日万分之五" })).toBe(false);
    expect(isMaterialChange(before, terms({ totalFen: "123456788" }))).toBe(true);
    expect(isMaterialChange(before, { ...before, title: "另一项目" })).toBe(true);
  });
});

describe("texts of a publicity", () => {
  it("writes the price as one sentence", () => {
    expect(priceTextOf(terms({}))).toBe("一次总付，人民币 1,234,567.89 元（含税）");
    expect(priceTextOf(terms({ isEquity: true, totalFen: "100000000" }))).toBe(
      "作价投资，折价人民币 1,000,000 元",
    );
    const royalty = { base: "NET_SALES", rateBp: 350, fromOn: "2027-01-01", toOn: "2031-12-31" };
    expect(priceTextOf(terms({ kind: "ENTRY_AND_ROYALTY", entryFeeFen: "50000", royalty }))).toBe(
      "入门费人民币 500 元，另按净销售额的 3.5% 提成，提成期限 2027-01-01 至 2031-12-31（含税）",
    );
    expect(publicityModeOf(terms({}))).toBe("LICENCE");
    expect(publicityModeOf(terms({}, "21"))).toBe("TRANSFER");
  });

  it("says what both sides declared without their notes", () => {
    const no = { isRelated: false, kinds: [] };
    expect(relatedStatementOf([no, no], "")).toBe("双方均声明不存在关联关系。");
    expect(relatedStatementOf([no, { isRelated: true, kinds: ["RELATIVE"] }], "已回避")).toBe(
      "经声明，双方存在关联关系：成果完成人的近亲属控制受让方（被许可方）或在其中任职。\n已回避",
    );
  });
});
