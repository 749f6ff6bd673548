import type { AuctionMode, AuctionRules } from "~/domain/trading/auction-rules-schema";
import { applyEvent } from "./auction-apply-rules";
import { decide, dueAt, passTime } from "./auction-engine-rules";
import type { AuctionEvent } from "./auction-event";
import {
  type AuctionRequest,
  type AuctionState,
  type Decision,
  type Hidden,
  NEW_AUCTION,
} from "./auction-state";

const common = {
  format: 1,
  startPriceFen: "100000",
  stepFen: "1000",
  reserve: { kind: "NONE" },
  preemptionSeconds: null,
  jumpConfirmSteps: null,
  abnormalBp: null,
  refusedPerMinute: 20,
  timeFactor: 1,
} as const;

/** Small announced rules of every mode, for tests and measurements. */
export const EXAMPLE_RULES = {
  ASCENDING: {
    ...common,
    mode: "ASCENDING",
    freeSeconds: 600,
    closing: { kind: "SOFT", softCloseSeconds: 60, extensionSeconds: 60 },
    allowsProxies: true,
  },
  ROUNDS: {
    ...common,
    mode: "ROUNDS",
    rounds: 3,
    firstPauseSeconds: 30,
    pauseSeconds: 10,
    turnSeconds: 20,
  },
  DESCENDING: {
    ...common,
    mode: "DESCENDING",
    dropFen: "2000",
    maxDrops: 20,
    dropSeconds: 10,
    sealedSeconds: 60,
    lastWordSeconds: 60,
  },
  AGREE_OR_RAISE: { ...common, mode: "AGREE_OR_RAISE", roundSeconds: 30, pauseSeconds: 5 },
} as const satisfies Record<AuctionMode, AuctionRules>;

export const SECOND = 1_000_000;
/** The announced start of every example. */
export const START = 1_800_000_000 * SECOND;

/** A run in memory: what the server does with database, locks and secrets, without them. */
export function playAuction(
  rules: AuctionRules,
  bidderCount: number,
  options: { preemptiveRanks?: Record<number, number>; reserveFen?: string } = {},
) {
  const numbers = Array.from({ length: bidderCount }, (_, index) => index + 1);
  const secrets: Record<number, { amountFen: string; nonce: string }> = {};
  const unrecorded: Record<string, number> = {};
  const { reserveFen } = options;
  const hidden: Hidden = {
    secrets,
    unrecorded,
    reserve: reserveFen ? { amountFen: reserveFen, nonce: "reserve-nonce" } : null,
    names: numbers.map((number) => ({ number, name: `单位 ${number}`, uscc: "", nonce: "nonce" })),
  };
  const events: AuctionEvent[] = [];
  let state: AuctionState = NEW_AUCTION;
  const add = (added: readonly AuctionEvent[]) => {
    for (const event of added) {
      events.push(event);
      state = applyEvent(state, event);
    }
  };
  add([
    {
      sequence: 1,
      atMicros: START - 3600 * SECOND,
      kind: "SCHEDULED",
      lotNumber: 1,
      run: 1,
      startsAtMicros: START,
      rules,
      rulesHash: "",
      bidders: numbers.map((number) => {
        const preemptiveRank = options.preemptiveRanks?.[number] ?? null;
        return { number, commitment: "", preemptiveRank };
      }),
    },
  ]);
  return {
    events,
    get state() {
      return state;
    },
    /** Asks at an instant, seconds after the start. */
    ask(seconds: number, request: AuctionRequest): Decision {
      const atMicros = Math.max(START + Math.round(seconds * SECOND), state.atMicros);
      const isSecret =
        "amountFen" in request && (request.commitment !== undefined || rules.mode !== "ASCENDING");
      const commitment = `commitment ${events.length}`;
      const asked = isSecret ? { ...request, commitment, nonce: "nonce" } : request;
      const { events: made, kept, decision } = decide(rules, state, hidden, asked, atMicros);
      for (const { sequence, amountFen, nonce } of kept) secrets[sequence] = { amountFen, nonce };
      if (decision.outcome === "REFUSED" && decision.sequence === null && "bidder" in request) {
        unrecorded[request.bidder] = (unrecorded[request.bidder] ?? 0) + 1;
      }
      add(made);
      return decision;
    },
    bid(seconds: number, bidder: number, amountFen: number | bigint, isConfirmed = false) {
      const amount = amountFen.toString();
      const bid = { kind: "BID", bidder, amountFen: amount, isConfirmed } as const;
      return this.ask(seconds, { ...bid, isQualified: true });
    },
    proxy(seconds: number, bidder: number, amountFen: number | bigint) {
      const proxy = { kind: "SET_PROXY", bidder, commitment: "", isQualified: true } as const;
      return this.ask(seconds, { ...proxy, amountFen: amountFen.toString() });
    },
    /** Lets time pass to an instant, seconds after the start. */
    wait(seconds: number): void {
      add(passTime(rules, state, hidden, START + seconds * SECOND));
    },
    /** Lets time pass until nothing is due any more. */
    finish(): void {
      for (let due = dueAt(state); due !== null; due = dueAt(state)) {
        add(passTime(rules, state, hidden, Math.max(due, state.atMicros)));
      }
    },
  };
}

export type PlayedAuction = ReturnType<typeof playAuction>;
