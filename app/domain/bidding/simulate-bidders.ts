import type { Random } from "./simulate-random";
import type { Simulation } from "./simulate-schema";

/** WATCHER: bids along openly. SNIPER: waits for the last moment. PROXY: leaves a maximum. */
export type Style = "WATCHER" | "SNIPER" | "PROXY";

export type SimulatedBidder = {
  number: number;
  /** What the lot is worth to it, in fen; it never bids more. */
  value: number;
  style: Style;
};

/**
 * Share of the own valuation that bidders are ready to tie up as a deposit, at least and at most. An
 * assumption: no figures are published.
 */
const DEPOSIT_LEAST = 0.08;
const DEPOSIT_MOST = 0.4;

/** The bidders of one run: those of the population for whom the deposit is not too much. */
export function drawBidders(wanted: Simulation, random: Random): SimulatedBidder[] {
  const middle = (Number(wanted.startPrice) * wanted.worth) / 100;
  const spread = wanted.spread / 100;
  const deposit = Number(wanted.deposit);
  const bidders: SimulatedBidder[] = [];
  for (let at = 0; at < wanted.bidders; at += 1) {
    const value = Math.max(0, Math.floor(middle * draw(wanted.valuation, spread, random)));
    const style = styleOf(wanted, random.next() * 100);
    const ready = DEPOSIT_LEAST + (DEPOSIT_MOST - DEPOSIT_LEAST) * random.next();
    if (deposit <= value * ready) bidders.push({ number: bidders.length + 1, value, style });
  }
  return bidders;
}

/** Around 1. */
function draw(kind: Simulation["valuation"], spread: number, random: Random): number {
  if (kind === "UNIFORM") return 1 + spread * (2 * random.next() - 1);
  // Of a lognormal, `spread` is the standard deviation against the mean.
  const sigma = Math.sqrt(Math.log(1 + spread * spread));
  return Math.exp(sigma * random.normal() - (sigma * sigma) / 2);
}

function styleOf({ snipers, proxies }: Simulation, drawn: number): Style {
  if (drawn < snipers) return "SNIPER";
  return drawn < snipers + proxies ? "PROXY" : "WATCHER";
}
