import { describe, expect, it } from "vitest";
import { type BiddingDefaults, buildAuctionRules } from "./auction-plan-rules";
import {
  depositBounds,
  isGovernmentUnit,
  isReserveSound,
  lowestRerunPrice,
} from "./lot-facts-rules";
import { feeShares } from "./lot-fee-rules";
import { lotPlanSchema } from "./lot-terms-schema";

const dated: BiddingDefaults = {
  minimumHours: 24,
  softCloseSeconds: 300,
  extensionSeconds: 300,
  cycleSeconds: 180,
  jumpConfirmSteps: 10,
  abnormalBp: 20_000,
  refusedPerMinute: 30,
  secretsPerBidder: 200,
  preemptionSeconds: 1800,
  rounds: 3,
  firstPauseSeconds: 300,
  pauseSeconds: 120,
  turnSeconds: 120,
  dropSeconds: 60,
  maxDrops: 80,
  sealedSeconds: 600,
  lastWordSeconds: 300,
  answerSeconds: 180,
  answerPauseSeconds: 15,
};
const priced = {
  mode: "ASCENDING",
  startPriceFen: 100_000n,
  stepFen: 1000n,
  isTraining: false,
  reserve: { kind: "NONE" as const },
};

describe("figures of a lot", () => {
  it("bounds the deposit by shares of the start price", () => {
    expect(depositBounds(100_000_00n, 500, 2000)).toEqual({
      minFen: 5_000_00n,
      maxFen: 20_000_00n,
    });
  });

  it("rounds the lowest price of a re-run up: no fen below the largest discount", () => {
    expect(lowestRerunPrice(1001n, 2000)).toBe(801n);
    expect(lowestRerunPrice(1000n, 2000)).toBe(800n);
  });

  it("wants a reserve at or above the start price, below it when the price falls", () => {
    expect(isReserveSound("ASCENDING", 100n, 100n)).toBe(true);
    expect(isReserveSound("ASCENDING", 100n, 99n)).toBe(false);
    expect(isReserveSound("DESCENDING", 100n, 99n)).toBe(true);
    expect(isReserveSound("DESCENDING", 100n, 101n)).toBe(false);
  });

  it("takes a university without a recorded nature for a government-run unit", () => {
    expect(isGovernmentUnit("UNIVERSITY", null)).toBe(true);
    expect(isGovernmentUnit("UNIVERSITY", "110")).toBe(false);
    expect(isGovernmentUnit("ENTERPRISE", "010")).toBe(false);
  });

  it("shares the fee without losing a fen", () => {
    for (const price of [1n, 333n, 100_001n]) {
      const { buyerFen, sellerFen } = feeShares(price, 150, "HALF_EACH");
      expect(buyerFen + sellerFen).toBe((price * 150n) / 10_000n);
    }
    expect(feeShares(10_000n, 100, "NONE")).toEqual({ buyerFen: 0n, sellerFen: 0n });
  });
});

describe("announced rules", () => {
  it("are made in every mode from the plan's defaults", () => {
    for (const mode of ["ASCENDING", "ROUNDS", "DESCENDING", "AGREE_OR_RAISE"]) {
      const rules = buildAuctionRules({ ...priced, mode }, lotPlanSchema.parse({}), dated);
      expect(rules).toMatchObject({ mode, timeFactor: 1, preemptionSeconds: null });
    }
  });

  it("speed up time in training only", () => {
    const plan = lotPlanSchema.parse({ timeFactor: 1440 });
    expect(buildAuctionRules(priced, plan, dated).timeFactor).toBe(1);
    expect(buildAuctionRules({ ...priced, isTraining: true }, plan, dated).timeFactor).toBe(1440);
  });

  it("refuse a price that would fall below zero", () => {
    const plan = lotPlanSchema.parse({ dropFen: "5000", maxDrops: 20 });
    expect(() => buildAuctionRules({ ...priced, mode: "DESCENDING" }, plan, dated)).toThrow();
  });

  it("name a secret reserve by its commitment only", () => {
    const reserve = { kind: "SECRET" as const, commitment: "a".repeat(64) };
    const rules = buildAuctionRules({ ...priced, reserve }, lotPlanSchema.parse({}), dated);
    expect(rules.reserve).toEqual(reserve);
  });
});
