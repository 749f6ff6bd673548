import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  abnormallyLow,
  type BidToScore,
  committeeProblems,
  MILLION,
  pointsText,
  priceShare,
  scoreBids,
} from "./scoring-rules";
import { type TenderCriterion, type TenderRules, tenderRulesSchema } from "./tender-schema";

const RULES: TenderRules = tenderRulesSchema.parse({
  bidsMinimum: 3,
  committeeMinimum: 5,
  expertShareBp: 6667,
  candidatesMaximum: 3,
  candidatesDays: 3,
  standstillDays: 5,
  contractDays: 30,
  amendmentDays: 15,
  abnormalBp: 8000,
});
const criterion = (
  id: string,
  kind: TenderCriterion["kind"],
  weightBp: number,
): TenderCriterion => ({ id, title: id, kind, weightBp, maximum: 100, guidance: "" });
const CRITERIA = [
  criterion("price", "PRICE", 3000),
  criterion("time", "DURATION", 1000),
  criterion("plan", "SCORE", 6000),
];
const bid = (
  id: string,
  yuan: number,
  days: number,
  plan: number[],
  submittedAt = 0,
): BidToScore => ({
  id,
  priceFen: BigInt(yuan) * 100n,
  durationDays: days,
  submittedAt,
  scores: { plan: plan.map((one) => one * 100) },
});

describe("scoring", () => {
  it("computes points in millionths", () => {
    const scored = scoreBids(
      [
        bid("a", 900_000, 200, [90, 80, 85, 88, 92]),
        bid("b", 1_000_000, 180, [95, 95, 95, 95, 95]),
        bid("c", 1_200_000, 240, [70, 70, 70, 70, 70]),
      ],
      CRITERIA,
      RULES,
    );
    const [first, second, third] = scored;
    expect(scored.map((one) => one.id)).toEqual(["b", "a", "c"]);
    expect(first?.points).toEqual({ price: 27_000_000n, time: 10_000_000n, plan: 57_000_000n });
    expect(second?.points).toEqual({ price: 30_000_000n, time: 9_000_000n, plan: 52_200_000n });
    expect(third?.points).toEqual({ price: 22_500_000n, time: 7_500_000n, plan: 42_000_000n });
    expect(first?.total).toBe(94_000_000n);
    expect(pointsText(91_200_000n)).toBe("91.20");
    expect(pointsText(1n)).toBe("0.000001");
  });

  it("rounds a third half up, once", () => {
    const [a, b] = scoreBids(
      [bid("a", 2, 1, [50]), bid("b", 3, 1, [50])],
      [criterion("price", "PRICE", 10_000)],
      RULES,
    );
    expect(a?.total).toBe(100n * MILLION);
    expect(b?.total).toBe(66_666_667n);
  });

  it("takes off by the distance from the mean where that was announced", () => {
    const rules = { priceFormula: "MEAN", aboveBp: 200, belowBp: 100 } as const;
    const prices = [90n, 100n, 110n];
    const of = (price: bigint) => {
      const { over, under } = priceShare(price, prices, rules);
      return Number((over * 10_000n) / under);
    };
    expect(prices.map(of)).toEqual([9000, 10_000, 8000]);
    expect(priceShare(1000n, [1n, 1n, 1000n], rules).over).toBe(0n);
  });

  it("drops extremes and measures by the best where that was announced", () => {
    const bids = [bid("a", 1, 1, [100, 80, 80, 80, 0]), bid("b", 1, 1, [40, 40, 40, 40, 40])];
    const plan = [criterion("plan", "SCORE", 10_000)];
    const dropped = scoreBids(bids, plan, { ...RULES, dropsExtremes: true });
    expect(dropped.map((one) => one.total)).toEqual([80n * MILLION, 40n * MILLION]);
    const best = scoreBids(bids, plan, { ...RULES, dropsExtremes: true, qualityBasis: "BEST" });
    expect(best.map((one) => one.total)).toEqual([100n * MILLION, 50n * MILLION]);
  });

  it("breaks ties by the announced rule, then by the time", () => {
    const half = [criterion("price", "PRICE", 5000), criterion("plan", "SCORE", 5000)];
    // 50 + 25 and 25 + 50.
    const tied = [bid("dear", 200, 1, [100], 1), bid("cheap", 100, 1, [50], 2)];
    const order = (rules: TenderRules, bids = tied) => scoreBids(bids, half, rules);
    expect(order(RULES).map((one) => one.id)).toEqual(["cheap", "dear"]);
    expect(order({ ...RULES, tieRule: "QUALITY_FIRST" }).map((one) => one.id)).toEqual([
      "dear",
      "cheap",
    ]);
    expect(order(RULES).every((one) => one.isTied)).toBe(true);
    const same = [bid("late", 100, 1, [50], 9), bid("early", 100, 1, [50], 3)];
    expect(order(RULES, same).map((one) => one.id)).toEqual(["early", "late"]);
  });

  it("never exceeds 100 points, ranks without gaps, and does not depend on the order", () => {
    const one = fc.record({
      price: fc.integer({ min: 1, max: 1_000_000_000 }),
      days: fc.integer({ min: 1, max: 3650 }),
      plan: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 5 }),
    });
    const rules = fc.record({
      priceFormula: fc.constantFrom("LOWEST" as const, "MEAN" as const),
      qualityBasis: fc.constantFrom("MAXIMUM" as const, "BEST" as const),
      dropsExtremes: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), rules, (list, chosen) => {
        const bids = list.map((each, at) => bid(`b${at}`, each.price, each.days, each.plan, at));
        const scored = scoreBids(bids, CRITERIA, { ...RULES, ...chosen });
        expect(scored.map((each) => each.rank)).toEqual(list.map((_, at) => at + 1));
        for (const each of scored) {
          expect(each.total).toBeGreaterThanOrEqual(0n);
          expect(each.total).toBeLessThanOrEqual(100n * MILLION);
        }
        const turned = scoreBids([...bids].reverse(), CRITERIA, { ...RULES, ...chosen });
        expect(turned).toEqual(scored);
      }),
    );
  });

  it("gives a lower price no fewer points, all else equal", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 2n, max: 10n ** 15n }),
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        (price, other) => {
          const make = (mine: bigint) =>
            scoreBids(
              [
                { ...bid("a", 1, 1, [50]), priceFen: mine },
                { ...bid("b", 1, 1, [50]), priceFen: other },
              ],
              CRITERIA,
              RULES,
            ).find((each) => each.id === "a")?.total ?? 0n;
          expect(make(price - 1n)).toBeGreaterThanOrEqual(make(price));
        },
      ),
    );
  });
});

describe("what a person looks at", () => {
  it("asks about prices far below the mean", () => {
    const list = [100n, 100n, 40n].map((priceFen, at) => ({ id: `b${at}`, priceFen }));
    expect(abnormallyLow(list, 8000)).toEqual(["b2"]);
    expect(abnormallyLow(list.slice(0, 2), 8000)).toEqual([]);
  });

  it("wants an odd committee of at least five, two thirds of them experts", () => {
    const of = (experts: number, others: number) =>
      committeeProblems([...Array(experts).fill("EXPERT"), ...Array(others).fill("BUYER")], RULES);
    expect(of(4, 1)).toEqual([]);
    expect(of(6, 3)).toEqual([]);
    expect(of(3, 2)).toEqual(["EXPERTS"]);
    expect(of(4, 2)).toEqual(["EVEN"]);
    expect(of(3, 0)).toEqual(["TOO_FEW"]);
    expect(of(0, 0)).toEqual(["TOO_FEW", "EVEN"]);
  });
});
