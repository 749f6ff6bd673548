import type { AuctionRules } from "~/domain/trading/auction-rules-schema";
import { applyEvent } from "./auction-apply-rules";
import { decide, dueAt, passTime } from "./auction-engine-rules";
import type { AuctionEvent } from "./auction-event";
import {
  type AuctionState,
  type BidderRequest,
  type Hidden,
  NEW_AUCTION,
  type SecretAmount,
} from "./auction-state";
import { choose, NEVER, planNext } from "./simulate-behaviour";
import type { SimulatedBidder } from "./simulate-bidders";
import type { Random } from "./simulate-random";

/** Any instant will do; runs begin at zero of their own time. */
const START_MICROS = 1_000_000;
/** More steps than any sensible run takes; a run that does not end would block the page. */
const MAX_STEPS = 20_000;
/** Nobody checks commitments of simulated bids. */
const NO_COMMITMENT = "0".repeat(64);
const COMMITMENT = { commitment: NO_COMMITMENT };

export type SimulatedRun = {
  result: NonNullable<AuctionState["result"]>;
  bestFen: string | null;
  seconds: number;
  extensions: number;
  bids: number;
};

/** One run of the market's own engine on simulated bidders. */
export function simulateRun(
  rules: AuctionRules,
  reserve: SecretAmount | null,
  bidders: readonly SimulatedBidder[],
  random: Random,
): SimulatedRun {
  const secrets: Record<number, SecretAmount> = {};
  const hidden: Hidden = { secrets, reserve, names: [], unrecorded: {} };
  let state = schedule(rules, bidders);
  let bids = 0;
  const planned = bidders.map(() => NEVER);
  for (let step = 0; state.result === null; step += 1) {
    if (step > MAX_STEPS) throw new Error("a simulated run did not end");
    const due = dueAt(state) ?? NEVER;
    let next = -1;
    for (const [at, instant] of planned.entries()) {
      if (instant < due && (next < 0 || instant < (planned[next] ?? NEVER))) next = at;
    }
    const bidder = bidders[next];
    const before = state;
    let now = due;
    if (!bidder || !state.phase) {
      const events = passTime(rules, state, hidden, due);
      state = events.reduce(applyEvent, state);
      bids += countBids(events);
    } else {
      now = planned[next] ?? due;
      planned[next] = NEVER;
      const action = choose({ rules, state, phase: state.phase, bidder, random });
      if (!action) continue;
      const amountFen = String(action.amount);
      const secret = action.kind === "SET_PROXY" ? COMMITMENT : commitmentIn(state);
      if (secret.commitment) secrets[state.sequence + 1] = { amountFen, nonce: "" };
      const who = { bidder: bidder.number, isQualified: true, amountFen };
      const request: BidderRequest =
        action.kind === "SET_PROXY"
          ? { ...who, kind: "SET_PROXY", ...COMMITMENT }
          : { ...who, kind: "BID", isConfirmed: true, ...secret };
      const decided = decide(rules, state, hidden, request, now);
      state = decided.state;
      bids += countBids(decided.events);
    }
    plan(rules, before, state, bidders, planned, random, now);
  }
  return {
    result: state.result,
    bestFen: state.best?.amountFen ?? null,
    seconds: ((state.atMicros - START_MICROS) * rules.timeFactor) / 1_000_000,
    extensions: state.extensions,
    bids,
  };
}

/** Who plans anew: everybody in a new phase; after a bid or an extension, whom it concerns. */
function plan(
  rules: AuctionRules,
  before: AuctionState,
  state: AuctionState,
  bidders: readonly SimulatedBidder[],
  planned: number[],
  random: Random,
  now: number,
): void {
  const { phase } = state;
  if (!phase) return;
  const isNew =
    phase.name !== before.phase?.name || phase.startsAtMicros !== before.phase.startsAtMicros;
  const isMoved = phase.endsAtMicros !== before.phase?.endsAtMicros;
  const isOutbid = state.best?.sequence !== before.best?.sequence;
  if (!isNew && !isMoved && !isOutbid) return;
  for (const [at, bidder] of bidders.entries()) {
    const mustWait = isMoved && bidder.style === "SNIPER";
    const isIdle = isOutbid && planned[at] === NEVER;
    if (isNew || mustWait || isIdle) {
      planned[at] = planNext({ rules, state, phase, bidder, random }, now);
    } else if (state.best?.bidder === bidder.number) planned[at] = NEVER;
  }
}

function commitmentIn({ phase }: AuctionState): { commitment?: string } {
  const isSecret = phase?.name === "TURN" || phase?.name === "SEALED";
  return isSecret ? COMMITMENT : {};
}

function countBids(events: readonly AuctionEvent[]): number {
  return events.reduce((sum, event) => sum + (event.kind === "BID" ? 1 : 0), 0);
}

function schedule(rules: AuctionRules, bidders: readonly SimulatedBidder[]): AuctionState {
  return applyEvent(NEW_AUCTION, {
    sequence: 1,
    atMicros: 0,
    kind: "SCHEDULED",
    lotNumber: 0,
    run: 1,
    startsAtMicros: START_MICROS,
    rules,
    rulesHash: NO_COMMITMENT,
    bidders: bidders.map(({ number }) => ({
      number,
      commitment: NO_COMMITMENT,
      preemptiveRank: null,
    })),
  });
}
