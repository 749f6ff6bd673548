import { performance } from "node:perf_hooks";
import { reportOn, SIMULATED_RUNS, simulateSale } from "../app/domain/bidding/simulate-auctions";
import { SIMULATION_EXAMPLE, simulationSchema } from "../app/domain/bidding/simulate-schema";
import { buildAuctionRules } from "../app/domain/trading/auction-plan-rules";
import { AUCTION_MODES } from "../app/domain/trading/auction-rules-schema";
import { lotPlanSchema } from "../app/domain/trading/lot-terms-schema";

/**
 * node --import tsx bench/sandbox.ts [runs]   (default 3000)
 *
 * Simulated auctions per second of one process: the market's own engine on the example of the
 * sandbox, in each mode. The aim is 1,000 a second.
 */
const [runs = 3_000] = process.argv.slice(2).map(Number);
const AIM = 1_000;

const dated = {
  minimumHours: 24,
  softCloseSeconds: 300,
  extensionSeconds: 300,
  cycleSeconds: 180,
  jumpConfirmSteps: 10,
  abnormalBp: 20_000,
  refusedPerMinute: 20,
  secretsPerBidder: 200,
  preemptionSeconds: 300,
  rounds: 3,
  firstPauseSeconds: 300,
  pauseSeconds: 120,
  turnSeconds: 180,
  dropSeconds: 60,
  maxDrops: 80,
  sealedSeconds: 600,
  lastWordSeconds: 300,
  answerSeconds: 120,
  answerPauseSeconds: 15,
};

for (const mode of AUCTION_MODES) {
  const wanted = simulationSchema.parse({ ...SIMULATION_EXAMPLE, mode });
  const rules = buildAuctionRules(
    {
      mode,
      startPriceFen: wanted.startPrice,
      stepFen: wanted.step,
      isTraining: false,
      reserve: { kind: "NONE" },
    },
    lotPlanSchema.parse({}),
    dated,
  );
  // Warms the engine up.
  for (let run = 0; run < 200; run += 1) simulateSale(wanted, rules, run);
  const startedAt = performance.now();
  const sales = Array.from({ length: runs }, (_, run) => simulateSale(wanted, rules, run));
  const took = performance.now() - startedAt;
  const report = reportOn(wanted, sales.slice(0, SIMULATED_RUNS), took);
  const rate = (runs / took) * 1000;
  console.log(
    `${mode.padEnd(15)} ${rate.toFixed(0).padStart(6)} auctions/s  (${(rate / AIM).toFixed(1)} × the aim)  ${report.bids.mean} bids each, sold ${((report.sold / report.runs) * 100).toFixed(0)} %`,
  );
}
