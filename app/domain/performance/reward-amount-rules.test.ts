import { describe, expect, it } from "vitest";
import { shippedPolicies } from "~/domain/incentives/sample-cases";
import { sellerKindOf } from "~/domain/incentives/unit-kind-rules";
import { bonusRuleOf, floorOf, type RewardFacts, rewardParts } from "./reward-amount-rules";
import { rewardSchema } from "./reward-schema";

const SHANDONG: RewardFacts = {
  on: "2026-11-22",
  sellerKind: "GOVERNMENT_UNIVERSITY",
  regionCode: "370102",
  categoryCode: "31",
};
const NET = 100_000_000n;

describe("the floor of a reward", () => {
  it("is 70 % for a government-run university of Shandong, and binding (T6)", () => {
    const floor = floorOf(shippedPolicies, SHANDONG, NET);
    expect(floor).toMatchObject({ dueFen: 70_000_000n, floorBp: 7000, isBelowAllowed: false });
    expect(floor.source).toContain("第三十四条");
  });

  it("is 50 % elsewhere, and a firm may agree otherwise", () => {
    const elsewhere = floorOf(shippedPolicies, { ...SHANDONG, regionCode: "110108" }, NET);
    expect(elsewhere).toMatchObject({ floorBp: 5000, isBelowAllowed: false });
    expect(elsewhere.source).toContain("第四十五条");
    const firm = floorOf(shippedPolicies, { ...SHANDONG, sellerKind: "FIRM" }, NET);
    expect(firm).toMatchObject({ floorBp: 5000, isBelowAllowed: true });
  });

  it("is for a person to judge where the law does not name the contract", () => {
    const service = floorOf(shippedPolicies, { ...SHANDONG, categoryCode: "51" }, NET);
    expect(service.isNamed).toBe(false);
  });

  it("gives the office a bonus for a transfer only (T6)", () => {
    expect(bonusRuleOf(shippedPolicies, SHANDONG, NET).isAllowed).toBe(false);
    const transfer = { ...SHANDONG, categoryCode: "21" };
    expect(bonusRuleOf(shippedPolicies, transfer, NET)).toMatchObject({
      ...{ isAllowed: true, dueFen: 10_000_000n },
    });
  });
});

describe("a reward sheet", () => {
  it("reads a form with empty lines and adds up to the fen", () => {
    const content = rewardSchema.parse({
      basis: "STATUTE",
      rewardPercent: "70",
      deductions: [{ label: "专利年费", amount: "1,000.01" }, { label: "" }],
      shares: [
        { personName: "甲", percent: "33.33", role: "COMPLETER" },
        { personName: "乙", percent: "33.33", role: "COMPLETER" },
        { personName: "丙", percent: "33.34", role: "CONTRIBUTOR" },
        { personName: "", percent: "" },
      ],
    });
    const parts = rewardParts(20_000_000n, content);
    expect(parts).toMatchObject({ netIncomeFen: 19_899_999n, rewardFen: 13_929_999n });
    expect(parts.shareFen.reduce((total, one) => total + one, 0n)).toBe(parts.rewardFen);
  });

  it("refuses a line that was begun and not finished", () => {
    const found = rewardSchema.safeParse({
      basis: "STATUTE",
      rewardPercent: "120",
      deductions: [{ label: "中介费" }],
      shares: [{ personName: "甲" }],
    });
    expect(found.error?.issues.map((one) => one.path.join("."))).toEqual(["rewardPercent"]);
    const unfinished = rewardSchema.safeParse({
      ...{ basis: "STATUTE", rewardPercent: "70" },
      ...{ deductions: [{ label: "中介费" }], shares: [{ personName: "甲" }] },
    });
    expect(unfinished.error?.issues.map((one) => one.path.join("."))).toEqual([
      ...["deductions.0.amount", "shares.0.percent"],
    ]);
  });

  it("knows units by kind and nature", () => {
    expect(sellerKindOf("UNIVERSITY", null)).toBe("GOVERNMENT_UNIVERSITY");
    expect(sellerKindOf("RESEARCH_INSTITUTE", "021")).toBe("GOVERNMENT_INSTITUTE");
    expect(sellerKindOf("RESEARCH_INSTITUTE", "140")).toBe("FIRM");
    expect(sellerKindOf("UNIVERSITY", "030")).toBe("NONPROFIT");
    expect(sellerKindOf("ENTERPRISE", null)).toBe("FIRM");
  });
});
