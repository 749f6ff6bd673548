import { describe, expect, it } from "vitest";
import type { AuctionEventKind, ContentOf } from "./auction-event";
import { EXAMPLE_RULES, type PlayedAuction, playAuction, SECOND, START } from "./example-auctions";
import { replay } from "./replay-rules";
import { turnOrder } from "./rounds-rules";

const ofKind = <K extends AuctionEventKind>({ events }: PlayedAuction, kind: K) =>
  events.filter((one) => one.kind === kind) as unknown as ContentOf<K>[];
const bids = (played: PlayedAuction) =>
  ofKind(played, "BID").map((one) => `${one.bidder}:${one.amountFen}:${one.way}`);
const endsAt = ({ state }: PlayedAuction) =>
  state.phase && (state.phase.endsAtMicros - START) / SECOND;

describe("ascending", () => {
  it("moves the end by a bid in the last stretch, and only then", () => {
    const played = playAuction(EXAMPLE_RULES.ASCENDING, 2);
    played.bid(500, 1, 100_000);
    expect(endsAt(played)).toBe(600);
    played.bid(540, 2, 101_000);
    expect(endsAt(played)).toBe(600);
    played.bid(599.5, 1, 102_000);
    expect(endsAt(played)).toBe(659.5);
    expect(played.bid(659.5, 2, 103_000)).toMatchObject({ reason: "ended", sequence: null });
    expect(played.state.result).toMatchObject({ outcome: "WON", bidder: 1, amountFen: "102000" });
  });

  it("in cycles ends after one without a bid", () => {
    const closing = { kind: "CYCLE", cycleSeconds: 120 } as const;
    const played = playAuction({ ...EXAMPLE_RULES.ASCENDING, closing }, 2);
    played.bid(599, 1, 100_000);
    expect(endsAt(played)).toBe(600);
    played.bid(700, 2, 101_000);
    expect(endsAt(played)).toBe(820);
    played.finish();
    expect(ofKind(played, "CLOSED")[0]?.dueAtMicros).toBe(START + 820 * SECOND);
  });

  it("bids for maximums as agents would, the earlier of equal ones first", () => {
    const played = playAuction(EXAMPLE_RULES.ASCENDING, 4);
    played.proxy(1, 1, 120_000);
    expect(bids(played)).toEqual(["1:100000:AUTOMATIC"]);
    played.bid(2, 2, 105_000);
    expect(bids(played).slice(1)).toEqual(["2:105000:OPEN", "1:106000:AUTOMATIC"]);
    played.proxy(3, 3, 115_000);
    expect(bids(played).slice(3)).toEqual(["3:115000:AUTOMATIC", "1:116000:AUTOMATIC"]);
    played.proxy(4, 4, 120_000);
    expect(bids(played).slice(5)).toEqual(["1:120000:AUTOMATIC"]);
    expect(played.bid(5, 2, 121_000)).toMatchObject({ outcome: "ACCEPTED" });
    expect(bids(played).at(-1)).toBe("2:121000:OPEN");
    played.finish();
    expect(ofKind(played, "OPENED").map((one) => one.amountFen)).toEqual([
      "120000",
      "115000",
      "120000",
    ]);
  });

  it("keeps no more sealed amounts of a bidder than announced, and none twice", () => {
    const rules = { ...EXAMPLE_RULES.ASCENDING, secretsPerBidder: 2 };
    const played = playAuction(rules, 2);
    const first = played.proxy(1, 1, 120_000);
    const before = played.events.length;
    expect(played.proxy(2, 1, 120_000)).toEqual(first);
    expect(played.events).toHaveLength(before);
    played.proxy(3, 1, 121_000);
    expect(played.proxy(4, 1, 122_000)).toMatchObject({ reason: "too_many_secrets" });
    expect(played.events.at(-1)).not.toHaveProperty("commitment");
    expect(played.bid(5, 2, 125_000)).toMatchObject({ outcome: "ACCEPTED" });
    expect(played.bid(6, 1, 126_000)).toMatchObject({ outcome: "ACCEPTED" });
    played.finish();
    expect(ofKind(played, "OPENED")).toHaveLength(2);
    expect(replay(played.events)).toEqual({ isSame: true, state: played.state });
  });

  it("lets an open bid stand that equals a maximum, and forgets a dropped one", () => {
    const played = playAuction(EXAMPLE_RULES.ASCENDING, 3);
    played.proxy(1, 1, 105_000);
    played.bid(2, 2, 105_000);
    expect(played.state.best?.bidder).toBe(2);
    expect(played.proxy(3, 1, 105_000)).toMatchObject({ reason: "proxy_too_low" });
    played.proxy(4, 3, 150_000);
    played.ask(5, { kind: "DROP_PROXY", bidder: 3, isQualified: true });
    played.bid(6, 2, 107_000);
    expect(played.state.best?.bidder).toBe(2);
  });

  it("asks twice before a large jump, and marks an abnormal price", () => {
    const rules = { ...EXAMPLE_RULES.ASCENDING, jumpConfirmSteps: 10, abnormalBp: 15_000 };
    const played = playAuction(rules, 2);
    const before = played.events.length;
    played.wait(1);
    expect(played.bid(1, 1, 160_000)).toEqual({ outcome: "CONFIRM" });
    expect(played.events.length).toBe(before + 1);
    expect(played.bid(2, 1, 160_000, true)).toMatchObject({ outcome: "ACCEPTED" });
    expect(ofKind(played, "BID")[0]?.isConfirmed).toBe(true);
    expect(ofKind(played, "FLAGGED")).toHaveLength(1);
  });

  it("stands still while it is suspended", () => {
    const played = playAuction(EXAMPLE_RULES.ASCENDING, 2);
    played.bid(10, 1, 100_000);
    played.ask(590, { kind: "SUSPEND", note: "网络故障" });
    expect(played.bid(595, 2, 101_000)).toMatchObject({ reason: "suspended" });
    played.wait(5000);
    expect(played.state.status).toBe("SUSPENDED");
    played.ask(5090, { kind: "RESUME", note: "已恢复" });
    expect(endsAt(played)).toBe(5100);
    played.finish();
    expect(played.state.result).toMatchObject({ outcome: "WON", bidder: 1 });
  });

  it("has no winner when it is void, and opens what was secret", () => {
    const played = playAuction(EXAMPLE_RULES.ASCENDING, 2);
    played.proxy(1, 1, 110_000);
    played.ask(2, { kind: "VOID", note: "标的权属争议" });
    expect(played.state).toMatchObject({ status: "VOID", unopened: [] });
    expect(ofKind(played, "NAMED")).toEqual([]);
    expect(played.bid(3, 2, 101_000)).toMatchObject({ reason: "ended" });
  });

  it("fails below the reserve, and with no bid", () => {
    const reserve = { kind: "SECRET", commitment: "0".repeat(64) } as const;
    const rules = { ...EXAMPLE_RULES.ASCENDING, reserve };
    const low = playAuction(rules, 2, { reserveFen: "100001" });
    low.bid(1, 1, 100_000);
    low.finish();
    expect(low.state.result).toEqual({ outcome: "FAILED", reason: "below_reserve" });
    const none = playAuction(rules, 2, { reserveFen: "1" });
    none.finish();
    expect(none.state.result).toEqual({ outcome: "FAILED", reason: "no_bid" });
  });

  it("gives the price to the first rank that matches, then to the first in time", () => {
    const rules = { ...EXAMPLE_RULES.ASCENDING, preemptionSeconds: 60 };
    const play = (matching: readonly number[]) => {
      const played = playAuction(rules, 4, { preemptiveRanks: { 2: 2, 3: 1, 4: 1 } });
      played.bid(1, 1, 100_000);
      played.wait(600);
      matching.forEach((bidder, index) => {
        played.ask(601 + index, { kind: "MATCH", bidder, isQualified: true });
      });
      expect(played.ask(605, { kind: "MATCH", bidder: 1, isQualified: true })).toMatchObject({
        outcome: "REFUSED",
      });
      played.finish();
      return played.state.result;
    };
    expect(play([])).toMatchObject({ bidder: 1, isPreemptive: false });
    expect(play([2])).toMatchObject({ bidder: 2, isPreemptive: true, amountFen: "100000" });
    expect(play([2, 4])).toMatchObject({ bidder: 4 });
    expect(play([4, 3, 2])).toMatchObject({ bidder: 4 });
  });
});

describe("rounds", () => {
  it("takes turns, worst first and best last, and opens a bid when its turn ends", () => {
    const played = playAuction(EXAMPLE_RULES.ROUNDS, 3);
    expect(turnOrder(played.state)).toEqual([3, 2, 1]);
    expect(played.bid(10, 3, 100_000)).toMatchObject({ reason: "paused" });
    expect(played.bid(31, 2, 100_000)).toMatchObject({ reason: "not_your_turn" });
    played.bid(31, 3, 100_000);
    played.bid(40, 3, 104_000);
    expect(played.state.best).toBeNull();
    played.wait(50);
    expect(bids(played)).toEqual(["3:104000:SEALED"]);
    expect(played.bid(51, 2, 104_000)).toMatchObject({ reason: "not_above_best" });
    played.bid(52, 2, 105_000);
    played.wait(90);
    expect(played.state.phase).toMatchObject({ name: "PAUSE", round: 2, waiting: [1, 3, 2] });
    played.finish();
    expect(played.state.result).toMatchObject({ bidder: 2, amountFen: "105000" });
    // 30 + 3·20, and twice 10 + 3·20.
    expect(ofKind(played, "CLOSED")[0]?.dueAtMicros).toBe(START + 230 * SECOND);
  });
});

describe("descending", () => {
  const taken = () => {
    const played = playAuction(EXAMPLE_RULES.DESCENDING, 3);
    played.bid(25, 1, 98_000);
    return played;
  };

  it("falls until somebody takes the price, at what it is when it is taken", () => {
    const played = taken();
    expect(bids(played)).toEqual(["1:96000:TAKEN"]);
    expect(played.state.phase).toMatchObject({ name: "SEALED" });
    played.finish();
    expect(played.state.result).toMatchObject({ bidder: 1, amountFen: "96000" });
    const none = playAuction(EXAMPLE_RULES.DESCENDING, 3);
    none.finish();
    expect(none.state.result).toMatchObject({ reason: "no_bid" });
    expect(ofKind(none, "PHASE").filter((one) => one.phase.name === "FALLING")).toHaveLength(21);
  });

  it("opens sealed bids together; the earlier of equal ones is the best; the taker has the last word", () => {
    const played = taken();
    expect(played.bid(30, 1, 99_000)).toMatchObject({ reason: "own_best" });
    played.bid(30, 2, 97_000);
    played.bid(31, 3, 99_000);
    played.bid(32, 2, 99_000);
    played.wait(85);
    expect(bids(played)).toEqual(["1:96000:TAKEN", "3:99000:SEALED"]);
    expect(played.bid(86, 2, 100_000)).toMatchObject({ reason: "not_your_turn" });
    played.bid(90, 1, 100_000);
    expect(played.state.result).toMatchObject({ bidder: 1, amountFen: "100000" });
  });
});

describe("agree or raise", () => {
  it("asks a step more after each answer and ends when nobody answers", () => {
    const played = playAuction(EXAMPLE_RULES.AGREE_OR_RAISE, 3);
    played.bid(10, 1, 100_000);
    expect(played.bid(11, 2, 101_000)).toMatchObject({ reason: "paused" });
    expect(played.bid(16, 1, 101_000)).toMatchObject({ reason: "own_best" });
    expect(played.bid(16, 2, 100_000)).toMatchObject({ reason: "price_changed" });
    played.bid(20, 2, 104_000);
    expect(bids(played)).toEqual(["1:100000:AGREED", "2:104000:RAISED"]);
    played.wait(26);
    expect(played.state.phase).toMatchObject({ name: "ASKING", round: 3, priceFen: "105000" });
    played.finish();
    expect(ofKind(played, "CLOSED")[0]?.dueAtMicros).toBe(START + 55 * SECOND);
    expect(played.state.result).toMatchObject({ bidder: 2, amountFen: "104000" });
  });
});
