import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { buildAuctionRules } from "~/domain/trading/auction-plan-rules";
import type { AuctionRules } from "~/domain/trading/auction-rules-schema";
import { getBiddingDefaults } from "~/domain/trading/bidding-defaults.server";
import { lotPlanSchema } from "~/domain/trading/lot-terms-schema";
import type { Db } from "~/platform/db.server";
import { reportOn, SIMULATED_RUNS, type SimulatedSale, simulateSale } from "./simulate-auctions";
import type { Simulation } from "./simulate-schema";
import type { SimulationReport } from "./simulate-view";

/** A question may take so long; what is done by then is the answer. */
const LIMIT_MS = 4_000;
/** Longest stretch in which this process does nothing else. */
const SLICE_MS = 8;
/** Questions that may wait while one is worked on. */
const MAX_WAITING = 6;
const MAX_KEPT = 50;

const kept = new Map<string, SimulationReport>();
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs the engine on simulated bidders by the rules that a lot announced today would have. One
 * question at a time and in slices, so that the bids of others are not kept waiting.
 * @throws DomainError "simulation_busy" (503)
 */
export async function simulateSandbox(wanted: Simulation, db: Db): Promise<SimulationReport> {
  const rules = await simulatedRules(wanted, db);
  const key = JSON.stringify([wanted, rules], (_, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  const known = kept.get(key);
  if (known) return known;
  if (waiting >= MAX_WAITING) throw new DomainError("simulation_busy", { status: 503 });
  waiting += 1;
  const work = last.then(() => kept.get(key) ?? runAll(wanted, rules));
  last = work.catch(() => undefined).finally(() => (waiting -= 1));
  const report = await work;
  kept.set(key, report);
  const oldest = kept.size > MAX_KEPT ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  return report;
}

async function simulatedRules(wanted: Simulation, db: Db): Promise<AuctionRules> {
  const dated = await getBiddingDefaults(db, clock.now());
  const lot = {
    mode: wanted.mode,
    startPriceFen: wanted.startPrice,
    stepFen: wanted.step,
    isTraining: false,
    reserve:
      wanted.reserve === null
        ? { kind: "NONE" as const }
        : { kind: "SECRET" as const, commitment: "0".repeat(64) },
  };
  return buildAuctionRules(lot, lotPlanSchema.parse({}), dated);
}

async function runAll(wanted: Simulation, rules: AuctionRules): Promise<SimulationReport> {
  const sales: SimulatedSale[] = [];
  const startedAt = performance.now();
  let sliceAt = startedAt;
  for (let run = 0; run < SIMULATED_RUNS; run += 1) {
    sales.push(simulateSale(wanted, rules, run));
    const now = performance.now();
    if (now - startedAt > LIMIT_MS) break;
    if (now - sliceAt > SLICE_MS) {
      await new Promise((resolve) => setImmediate(resolve));
      sliceAt = performance.now();
    }
  }
  return reportOn(wanted, sales, Math.round(performance.now() - startedAt));
}
