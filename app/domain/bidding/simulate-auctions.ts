import type { AuctionRules } from "~/domain/trading/auction-rules-schema";
import type { SecretAmount } from "./auction-state";
import { drawBidders } from "./simulate-bidders";
import { randomOf } from "./simulate-random";
import { type SimulatedRun, simulateRun } from "./simulate-run";
import type { Simulation } from "./simulate-schema";
import type { SimulationReport, Spread } from "./simulate-view";

/** Runs of one question. */
export const SIMULATED_RUNS = 1_000;
const CLASSES = 12;

export type SimulatedSale = SimulatedRun & { bidders: number };

/** The run with a number: always the same for the same question. */
export function simulateSale(wanted: Simulation, rules: AuctionRules, run: number): SimulatedSale {
  const random = randomOf(wanted.seed, run);
  const bidders = drawBidders(wanted, random);
  const reserve: SecretAmount | null =
    wanted.reserve === null ? null : { amountFen: wanted.reserve.toString(), nonce: "" };
  return { ...simulateRun(rules, reserve, bidders, random), bidders: bidders.length };
}

/** What many runs add up to. */
export function reportOn(
  wanted: Simulation,
  sales: readonly SimulatedSale[],
  milliseconds: number,
): SimulationReport {
  const start = Number(wanted.startPrice);
  const prices = sales.flatMap(({ result }) =>
    result.outcome === "WON" ? [Number(result.amountFen)] : [],
  );
  const failed = (reason: string) =>
    sales.filter(({ result }) => result.outcome === "FAILED" && result.reason === reason);
  const missed = failed("below_reserve").map((one) => Number(one.bestFen));
  const reserve = Number(wanted.reserve ?? 0);
  return {
    runs: sales.length,
    isCut: sales.length < SIMULATED_RUNS,
    milliseconds,
    sold: prices.length,
    noBid: failed("no_bid").length,
    belowReserve: missed.length,
    seconds: spreadOf(sales.map((one) => one.seconds)),
    premiumBp:
      prices.length === 0
        ? null
        : spreadOf(prices.map((price) => Math.round(((price - start) / start) * 10_000))),
    medianPriceFen: prices.length === 0 ? null : String(spreadOf(prices).median),
    extensions: {
      mean: meanOf(sales.map((one) => one.extensions)),
      p90: spreadOf(sales.map((one) => one.extensions)).p90,
    },
    bids: { mean: meanOf(sales.map((one) => one.bids)) },
    takingPart: { mean: meanOf(sales.map((one) => one.bidders)) },
    histogram: classesOf(prices, Number(wanted.step)),
    reserve:
      missed.length === 0
        ? null
        : {
            medianMissedFen: String(spreadOf(missed).median),
            medianShortBp: Math.round(((reserve - spreadOf(missed).median) / reserve) * 10_000),
          },
  };
}

function meanOf(values: readonly number[]): number {
  const sum = values.reduce((a, b) => a + b, 0);
  return values.length === 0 ? 0 : Math.round((sum / values.length) * 10) / 10;
}

/** Quantiles are values that occurred, so that a price is a price that can be bid. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p10: at(0.1), median: at(0.5), p90: at(0.9) };
}

/** Classes of whole steps, so that no class is empty only because no amount can fall into it. */
function classesOf(prices: readonly number[], step: number): SimulationReport["histogram"] {
  if (prices.length === 0) return [];
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (const price of prices) {
    if (price < low) low = price;
    if (price > high) high = price;
  }
  const width = Math.max(1, Math.ceil((high - low + 1) / step / CLASSES)) * step;
  const count = Math.floor((high - low) / width) + 1;
  const classes = Array.from({ length: count }, (_, i) => ({
    fromFen: String(low + i * width),
    toFen: String(low + (i + 1) * width),
    count: 0,
  }));
  for (const price of prices) {
    const found = classes[Math.floor((price - low) / width)];
    if (found) found.count += 1;
  }
  return classes;
}
