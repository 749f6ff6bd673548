import { describe, expect, it } from "vitest";
import type { AuctionRules } from "~/domain/trading/auction-rules-schema";
import { reportOn, simulateSale, spreadOf } from "./simulate-auctions";
import { SIMULATION_EXAMPLE, type Simulation, simulationSchema } from "./simulate-schema";

const ask = (changes: Partial<Record<keyof Simulation, string>> = {}): Simulation =>
  simulationSchema.parse({ ...SIMULATION_EXAMPLE, ...changes });

const MODES = {
  ASCENDING: {
    mode: "ASCENDING",
    freeSeconds: 86_400,
    closing: { kind: "SOFT", softCloseSeconds: 300, extensionSeconds: 300 },
    allowsProxies: true,
  },
  ROUNDS: {
    mode: "ROUNDS",
    rounds: 3,
    firstPauseSeconds: 300,
    pauseSeconds: 120,
    turnSeconds: 180,
  },
  DESCENDING: {
    mode: "DESCENDING",
    dropFen: "2000000",
    maxDrops: 90,
    dropSeconds: 60,
    sealedSeconds: 600,
    lastWordSeconds: 300,
  },
  AGREE_OR_RAISE: { mode: "AGREE_OR_RAISE", roundSeconds: 120, pauseSeconds: 15 },
} as const;

function rulesOf(wanted: Simulation): AuctionRules {
  return {
    format: 1,
    startPriceFen: wanted.startPrice.toString(),
    stepFen: wanted.step.toString(),
    reserve:
      wanted.reserve === null ? { kind: "NONE" } : { kind: "SECRET", commitment: "0".repeat(64) },
    preemptionSeconds: null,
    jumpConfirmSteps: 10,
    abnormalBp: 20_000,
    refusedPerMinute: 20,
    timeFactor: 1,
    ...MODES[wanted.mode],
  };
}

const run = (wanted: Simulation, count = 60) => {
  const rules = rulesOf(wanted);
  return Array.from({ length: count }, (_, at) => simulateSale(wanted, rules, at));
};

describe("simulateSale", () => {
  it.each(Object.keys(MODES))(
    "ends in every run, sells within the worth and by whole steps: %s",
    (mode) => {
      const wanted = ask({ mode, worth: "130" });
      const sales = run(wanted);
      const report = reportOn(wanted, sales, 1);
      expect(report.sold).toBeGreaterThan(30);
      expect(report.sold + report.noBid + report.belowReserve).toBe(60);
      expect(report.histogram.reduce((sum, one) => sum + one.count, 0)).toBe(report.sold);
      for (const { result, seconds } of sales) {
        expect(seconds).toBeGreaterThan(0);
        if (result.outcome !== "WON" || mode === "DESCENDING") continue;
        const above = BigInt(result.amountFen) - wanted.startPrice;
        expect(above >= 0n && above % wanted.step === 0n).toBe(true);
      }
    },
  );

  it("gives the same for the same seed and something else for another", () => {
    const first = run(ask());
    expect(run(ask())).toEqual(first);
    expect(run(ask({ seed: "2027" }))).not.toEqual(first);
  });

  it("does not sell to nobody, nor when nobody thinks it worth the price", () => {
    const dear = ask({ worth: "40", spread: "5" });
    expect(reportOn(dear, run(dear), 1)).toMatchObject({ sold: 0, noBid: 60, premiumBp: null });
  });

  it("lets a reserve fail sales and says by how much; a large deposit keeps bidders away", () => {
    const reserved = ask({ reserve: "3000000" });
    const report = reportOn(reserved, run(reserved), 1);
    expect(report.belowReserve).toBeGreaterThan(10);
    expect(report.reserve?.medianShortBp).toBeGreaterThan(0);
    const small = reportOn(ask(), run(ask({ deposit: "100000" })), 1);
    const large = reportOn(ask(), run(ask({ deposit: "1000000" })), 1);
    expect(large.takingPart.mean).toBeLessThan(small.takingPart.mean - 1);
  });

  it("extends more often the more bidders wait for the end", () => {
    const none = reportOn(ask(), run(ask({ snipers: "0" })), 1);
    const all = reportOn(ask(), run(ask({ snipers: "80" })), 1);
    expect(all.extensions.mean).toBeGreaterThan(none.extensions.mean);
  });
});

it("reads a form and names the field that is wrong", () => {
  const faults = (changes: Partial<Record<keyof Simulation, string>>) =>
    simulationSchema
      .safeParse({ ...SIMULATION_EXAMPLE, ...changes })
      .error?.issues.map((one) => [one.path[0], one.message]);
  expect(faults({ startPrice: "二百万" })).toEqual([["startPrice", "not_an_amount"]]);
  expect(faults({ bidders: "31" })).toEqual([["bidders", 'out_of_range|{"min":"1","max":"30"}']]);
  expect(faults({ snipers: "60", proxies: "60" })).toEqual([["proxies", "simulation_shares"]]);
  expect(faults({ step: "3000000" })).toEqual([["step", "simulation_step"]]);
  expect(faults({ reserve: "" })).toBeUndefined();
});

it("takes quantiles that occurred", () => {
  expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ p10: 1, median: 3, p90: 5 });
  expect(spreadOf([])).toEqual({ p10: 0, median: 0, p90: 0 });
});
