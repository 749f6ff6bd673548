import type { AuctionRules } from "~/domain/trading/auction-rules-schema";
import type { BidderRequestKind, Phase } from "./auction-event";
import { micros, minimumOf } from "./auction-run-rules";
import type { AuctionState } from "./auction-state";
import type { SimulatedBidder } from "./simulate-bidders";
import type { Random } from "./simulate-random";

/** What a bidder does next: an instant, or never as things stand. */
export const NEVER = Number.POSITIVE_INFINITY;

type Situation = {
  rules: AuctionRules;
  state: AuctionState;
  phase: Phase;
  bidder: SimulatedBidder;
  random: Random;
};

export type Action = { kind: Extract<BidderRequestKind, "BID" | "SET_PROXY">; amount: number };

/** Seconds before the end in which somebody who waits for it acts. */
const SNIPE_SECONDS = 30;
/** Somebody does not look at the page again in time. */
const INATTENTIVE = 0.05;

/** When the bidder acts in this phase, seen from an instant. */
export function planNext(situation: Situation, now: number): number {
  const { rules, state, phase, bidder, random } = situation;
  if (state.best?.bidder === bidder.number) return NEVER;
  const left = phase.endsAtMicros - now;
  const within = (share: number) => now + Math.floor(left * share * random.next());
  switch (phase.name) {
    case "FREE":
    case "TIMED": {
      if (bidder.style === "PROXY") {
        const hasOne = state.proxies.some((one) => one.bidder === bidder.number);
        return hasOne || !allowsProxies(rules) ? NEVER : within(0.6);
      }
      if (bidder.style === "SNIPER")
        return isLastPhase(rules, phase) ? snipe(situation, now) : NEVER;
      if (random.next() < INATTENTIVE) return NEVER;
      return state.offers[bidder.number] ? react(situation, now) : within(0.8);
    }
    case "TURN":
      return phase.bidder === bidder.number ? within(0.8) : NEVER;
    case "FALLING":
      // The price is taken as soon as it leaves something.
      return Number(phase.priceFen) <= bidder.value * (0.85 + 0.15 * random.next())
        ? within(0.9)
        : NEVER;
    case "SEALED":
      return state.taker === bidder.number ? NEVER : within(0.9);
    case "LAST_WORD":
      return state.taker === bidder.number ? within(0.9) : NEVER;
    case "ASKING":
      return Number(phase.priceFen) <= bidder.value ? within(0.9) : NEVER;
    default:
      return NEVER;
  }
}

function snipe({ rules, phase, random }: Situation, now: number): number {
  const last = micros(rules, SNIPE_SECONDS);
  const at = phase.endsAtMicros - Math.floor(last * (0.05 + 0.95 * random.next()));
  const left = phase.endsAtMicros - now;
  return at > now ? at : now + Math.floor(left * 0.9 * random.next());
}

/** Outbid: looks again after a while, and often as the end comes near. */
function react({ rules, phase, random }: Situation, now: number): number {
  const left = phase.endsAtMicros - now;
  const at = now + random.wait(micros(rules, 20) + left * 0.05);
  return Math.floor(at < phase.endsAtMicros ? at : now + left * 0.95 * random.next());
}

function allowsProxies(rules: AuctionRules): boolean {
  return rules.mode === "ASCENDING" && rules.allowsProxies;
}

function isLastPhase(rules: AuctionRules, phase: Phase): boolean {
  return rules.mode === "ASCENDING" && (rules.closing.kind === "SOFT" || phase.name === "TIMED");
}

/** What the bidder then does; null when the price has gone beyond what it is worth. */
export function choose({ rules, state, phase, bidder, random }: Situation): Action | null {
  const step = Number(rules.stepFen);
  const least = Number(minimumOf(rules, state));
  if (phase.name === "FALLING") return { kind: "BID", amount: Number(phase.priceFen) };
  if (least > bidder.value) return null;
  const room = Math.floor((bidder.value - least) / step);
  const plus = (share: number) => least + Math.floor(room * share) * step;
  switch (phase.name) {
    case "TURN": {
      const isLast = rules.mode === "ROUNDS" && phase.round === rules.rounds;
      return { kind: "BID", amount: plus(random.next() * (isLast ? 0.6 : 0.25)) };
    }
    case "SEALED":
      return { kind: "BID", amount: plus(0.5 + 0.5 * random.next()) };
    case "ASKING":
      return { kind: "BID", amount: random.next() < 0.1 ? plus(0.2) : Number(phase.priceFen) };
    case "LAST_WORD":
      return { kind: "BID", amount: least };
    default:
      if (bidder.style === "PROXY" && allowsProxies(rules)) {
        return { kind: "SET_PROXY", amount: plus(1) };
      }
      // Mostly one step; now and then a jump. Without it tiny steps would take for ever.
      return { kind: "BID", amount: plus(Math.max(0.02, 0.2 * random.next() ** 3)) };
  }
}
