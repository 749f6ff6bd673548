import { describe, expect, it } from "vitest";
import { fitParts } from "./fit";
import { matchHints, namesMeasure } from "./hints";
import type { MatchListing } from "./types";

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 22);

function listing(id: string, changes: Partial<MatchListing> = {}): MatchListing {
  return {
    id,
    title: "钠离子电池正极材料",
    text: `循环寿命不低于 2000 次。${"用于储能电站的层状氧化物正极材料，要求批次稳定。".repeat(6)}`,
    fieldCodes: ["6", "6.3"],
    industryCodes: [],
    regionCodes: ["370000", "370100"],
    modes: ["LICENCE"],
    trl: 6,
    trlVerified: true,
    priceKind: "FIXED",
    priceMinFen: 100_000_00,
    priceMaxFen: 100_000_00,
    publishedAt: NOW - 10 * DAY_MS,
    organisationId: null,
    ...changes,
  };
}

function hintsOf(need: Partial<MatchListing>, achievement: Partial<MatchListing>) {
  const [a, b] = [listing("n", need), listing("a", achievement)];
  return matchHints(a, b, fitParts(a, b, NOW)).map(({ code, side }) => `${side}.${code}`);
}

describe("matchHints", () => {
  it("has nothing to say where both sides have said everything and it meets", () => {
    expect(hintsOf({}, {})).toEqual([]);
  });

  it("names the side that has left something out", () => {
    expect(
      hintsOf(
        { priceMinFen: null, priceMaxFen: null, modes: [] },
        { trlVerified: false, regionCodes: [] },
      ),
    ).toEqual([
      "achievement.readinessUnverified",
      "need.amountMissing",
      "need.modeMissing",
      "achievement.regionMissing",
    ]);
  });

  it("does not ask for evidence of a level that nobody has stated", () => {
    expect(hintsOf({}, { trl: null, trlVerified: false })).toEqual([
      "achievement.readinessMissing",
    ]);
  });

  it("puts what does not meet first, for the side that could change it", () => {
    const hints = hintsOf(
      { trl: 8, modes: ["ASSIGNMENT"] },
      { priceMinFen: 900_000_00, priceMaxFen: 900_000_00, fieldCodes: [] },
    );
    expect(hints).toEqual([
      "achievement.readinessBelow",
      "achievement.priceAboveBudget",
      "need.priceAboveBudget",
      "achievement.modeDifferent",
      "need.modeDifferent",
      "achievement.fieldMissing",
    ]);
  });

  it("asks for text and figures where there are none", () => {
    expect(hintsOf({ text: "要求稳定可靠。" }, {})).toEqual([
      "need.textShort",
      "need.figuresMissing",
    ]);
    expect(hintsOf({ text: "" }, {})).toContain("need.textShort");
  });

  it("calls the older side stale", () => {
    expect(hintsOf({}, { publishedAt: NOW - 500 * DAY_MS })).toEqual(["achievement.stale"]);
    expect(hintsOf({ publishedAt: NOW - 400 * DAY_MS }, {})).toEqual(["need.stale"]);
  });

  it("carries the values of its sentence", () => {
    const [need, achievement] = [listing("n", { trl: 8 }), listing("a")];
    const [first] = matchHints(need, achievement, fitParts(need, achievement, NOW));
    expect(first).toEqual({
      code: "readinessBelow",
      side: "achievement",
      figures: { wanted: 8, reached: 6 },
    });
  });
});

describe("namesMeasure", () => {
  it.each([
    "气孔率 ≤0.5%",
    "温度１３５０℃",
    "循环 2000 次",
    "348 mAh/g",
    "成本不超过 30",
    "厚度 5μm",
    "年产 60 万件",
  ])("sees a figure in %s", (text) => expect(namesMeasure(text)).toBe(true));

  it.each(["", "要求稳定可靠", "2024年立项", "GB/T 26649 标准", "第一代产品"])(
    "sees none in %s",
    (text) => expect(namesMeasure(text)).toBe(false),
  );
});
