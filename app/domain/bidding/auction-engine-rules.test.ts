import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AUCTION_MODES, type AuctionRules } from "~/domain/trading/auction-rules-schema";
import type { AuctionEvent, ContentOf } from "./auction-event";
import { minimumOf } from "./auction-run-rules";
import { EXAMPLE_RULES, type PlayedAuction, playAuction } from "./example-auctions";
import { replay } from "./replay-rules";

const BIDDERS = 4;

type Step = { wait: number; bidder: number; kind: string; steps: number; isOdd: boolean };
const step: fc.Arbitrary<Step> = fc.record({
  wait: fc.double({ min: 0, max: 40, noNaN: true }),
  bidder: fc.integer({ min: 1, max: BIDDERS }),
  kind: fc.constantFrom("BID", "BID", "BID", "PROXY", "DROP", "MATCH", "WAIVE", "STOP", "GO"),
  steps: fc.integer({ min: -1, max: 6 }),
  isOdd: fc.integer({ max: 5, min: 0 }).map((one) => one === 0),
});

function take(played: PlayedAuction, rules: AuctionRules, at: number, one: Step): void {
  const { bidder } = one;
  const base = played.state.phase?.priceFen ?? minimumOf(rules, played.state);
  const above = BigInt(one.steps) * BigInt(rules.stepFen) + (one.isOdd ? 1n : 0n);
  const amount = BigInt(base) + above > 0n ? BigInt(base) + above : 1n;
  if (one.kind === "BID") played.bid(at, bidder, amount, one.steps % 2 === 0);
  else if (one.kind === "PROXY") played.proxy(at, bidder, amount + BigInt(rules.stepFen) * 3n);
  else if (one.kind === "STOP") played.ask(at, { kind: "SUSPEND", note: "设备故障" });
  else if (one.kind === "GO") played.ask(at, { kind: "RESUME", note: "已排除" });
  else {
    const kind = one.kind === "DROP" ? "DROP_PROXY" : one.kind === "MATCH" ? "MATCH" : "WAIVE";
    played.ask(at, { kind, bidder, isQualified: true });
  }
}

const ofKind = <K extends AuctionEvent["kind"]>(events: readonly AuctionEvent[], kind: K) =>
  events.filter((one) => one.kind === kind) as (AuctionEvent & ContentOf<K>)[];

function expectSound({ events, state }: PlayedAuction, rules: AuctionRules): void {
  const bids = ofKind(events, "BID");
  bids.forEach((bid, index) => {
    const before = bids[index - 1];
    if (!before) return;
    const rise = BigInt(bid.amountFen) - BigInt(before.amountFen);
    expect(rise > 0n && rise % BigInt(rules.stepFen) === 0n).toBe(true);
  });
  for (const { fromMicros, toMicros } of ofKind(events, "EXTENDED")) {
    expect(toMicros).toBeGreaterThan(fromMicros);
  }
  const closed = ofKind(events, "CLOSED");
  expect(closed.length).toBe(1);
  expect(bids.every((bid) => bid.sequence < (closed[0]?.sequence ?? 0))).toBe(true);
  expect(bids.every((bid) => bid.atMicros <= (closed[0]?.dueAtMicros ?? 0))).toBe(true);
  const [result, ...others] = ofKind(events, "RESULT");
  expect(others).toEqual([]);
  expect(result?.sequence).toBe(events.length);
  const { result: found } = state;
  if (bids.length === 0) expect(found).toEqual({ outcome: "FAILED", reason: "no_bid" });
  else if (found?.outcome === "WON") {
    expect(found.amountFen).toBe(bids.at(-1)?.amountFen);
    if (!found.isPreemptive) expect(found.bidder).toBe(bids.at(-1)?.bidder);
  }
  expect(state.unopened).toEqual([]);
  events.forEach((event, index) => {
    expect(event.sequence).toBe(index + 1);
    expect(event.atMicros).toBeGreaterThanOrEqual(events[index - 1]?.atMicros ?? 0);
  });
}

describe.each(AUCTION_MODES)("the engine, %s", (mode) => {
  const rulesOf = fc
    .record({
      hasPreemption: fc.boolean(),
      jumpConfirmSteps: fc.constantFrom(null, 2),
      hasReserve: fc.boolean(),
      refusedPerMinute: fc.constantFrom(1, 20),
      secretsPerBidder: fc.constantFrom(undefined, 1, 3),
      isCycle: fc.boolean(),
    })
    .map(({ hasPreemption, hasReserve, isCycle, ...rest }): AuctionRules => {
      const rules = {
        ...EXAMPLE_RULES[mode],
        ...rest,
        abnormalBp: 10_300,
        preemptionSeconds: hasPreemption ? 30 : null,
        reserve: hasReserve
          ? { kind: "SECRET", commitment: "0".repeat(64) }
          : EXAMPLE_RULES[mode].reserve,
      } as AuctionRules;
      return rules.mode === "ASCENDING" && isCycle
        ? { ...rules, closing: { kind: "CYCLE", cycleSeconds: 20 } }
        : rules;
    });

  it("keeps its promises whatever is asked, and its record can be replayed", () => {
    fc.assert(
      fc.property(rulesOf, fc.array(step, { maxLength: 40 }), (rules, steps) => {
        const played = playAuction(rules, BIDDERS, {
          preemptiveRanks: { 2: 1, 3: 1, 4: 2 },
          reserveFen: "104000",
        });
        let at = -20;
        for (const one of steps) {
          at += one.wait;
          take(played, rules, at, one);
        }
        played.ask(at, { kind: "RESUME", note: "已排除" });
        played.finish();
        expectSound(played, rules);
        expect(played.bid(at + 1e6, 1, 10n ** 9n)).toMatchObject({ outcome: "REFUSED" });
        const again = replay(played.events);
        expect(again).toEqual({ isSame: true, state: played.state });
      }),
      { numRuns: 150 },
    );
  });
});
