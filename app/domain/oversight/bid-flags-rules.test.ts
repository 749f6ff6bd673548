import { describe, expect, it } from "vitest";
import {
  findLastSecondPairs,
  findLowPrices,
  findPriceJumps,
  findSingleStepPairs,
  type WatchedRun,
} from "./bid-pattern-rules";
import { findRotation, type PastTrade } from "./rotation-rules";

/** Bids as "bidder amount left-seconds". */
function run(auctionId: string, ...lines: string[]): WatchedRun {
  const bids = lines.map((line, at) => {
    const [organisationId = "", amount = "0", left] = line.split(" ");
    return {
      sequence: at + 2,
      organisationId,
      amountFen: BigInt(amount),
      leftMs: left === undefined ? null : Number(left) * 1000,
    };
  });
  return { auctionId, startPriceFen: 100n, stepFen: 10n, bids };
}

const trade = (day: string, participants: string, winnerId: string): PastTrade => ({
  table: "Lot",
  id: day,
  title: "标的",
  endedAt: new Date(`2026-${day}T00:00:00Z`),
  participantIds: [...participants],
  winnerId,
});

describe("rotation", () => {
  const turns = [
    trade("01-10", "abx", "a"),
    trade("02-10", "aby", "b"),
    trade("03-10", "ab", "a"),
    trade("04-10", "abz", "b"),
  ];

  it("finds two that win in turn whenever they meet", () => {
    const found = findRotation(["b", "a", "z"], turns, 4);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ organisationIds: ["a", "b"], kind: "ROTATION" });
    expect(found[0]?.evidence.rows).toHaveLength(4);
  });

  it("finds three in turn", () => {
    const three = "abcabc".split("").map((winner, at) => trade(`0${at + 1}-05`, "abc", winner));
    const found = findRotation(["a", "b", "c"], three, 4);
    expect(found.map((one) => one.organisationIds.join(""))).toEqual(["abc"]);
  });

  it("says nothing when they met seldom, an outsider won, one won twice in a row or never", () => {
    expect(findRotation(["a", "b"], turns.slice(0, 3), 4)).toEqual([]);
    expect(findRotation(["a", "b"], [...turns, trade("05-10", "abx", "x")], 4)).toEqual([]);
    expect(findRotation(["a", "b"], [...turns, trade("05-10", "ab", "b")], 4)).toEqual([]);
    const always = turns.map((one) => ({ ...one, winnerId: "a" }));
    expect(findRotation(["a", "b"], always, 4)).toEqual([]);
  });
});

describe("bids in the last seconds", () => {
  const limits = { seconds: 10, repeats: 3 };

  it("finds a pair that does it again and again", () => {
    const first = run("r1", "a 110 50", "b 120 2", "a 130 1", "b 140 3");
    const second = run("r2", "a 110 4", "b 120 9", "a 130 10", "c 140 200");
    const found = findLastSecondPairs([first, second], limits);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      organisationIds: ["a", "b"],
      evidence: { values: { count: 6, runs: 2, seconds: 10 } },
    });
  });

  it("leaves one sniper, a single occasion and modes without an end alone", () => {
    expect(
      findLastSecondPairs([run("r", "a 110 1", "b 120 50", "a 130 1", "b 140 60")], limits),
    ).toEqual([]);
    expect(findLastSecondPairs([run("r", "a 110 1", "b 120 1")], limits)).toEqual([]);
    expect(findLastSecondPairs([run("r", "a 110", "b 120", "a 130", "b 140")], limits)).toEqual([]);
    expect(findLastSecondPairs([], limits)).toEqual([]);
  });
});

describe("prices", () => {
  it("shows a leap over the best price, and the first bid's over the start", () => {
    const found = findPriceJumps(run("r", "a 110 9", "b 240 8", "a 250 7"), 20_000);
    expect(found.map((one) => one.organisationIds)).toEqual([["b"]]);
    expect(findPriceJumps(run("r", "a 210 9"), 20_000)).toHaveLength(1);
    expect(findPriceJumps(run("r", "a 200 9", "b 400 8"), 20_000)).toEqual([]);
  });

  it("shows a tender price far below the middle one of three or more", () => {
    const bid = (id: string, price: bigint) => ({ id, organisationId: id, priceFen: price });
    const bids = [bid("a", 100n), bid("b", 90n), bid("c", 40n)];
    expect(findLowPrices(bids, 5000).map((one) => one.organisationIds)).toEqual([["c"]]);
    expect(findLowPrices(bids.slice(1), 5000)).toEqual([]);
    expect(findLowPrices([...bids.slice(0, 2), bid("c", 45n)], 5000)).toEqual([]);
  });
});

describe("single steps", () => {
  const duel = ["a 110", "b 120", "a 130", "b 140", "a 150", "b 160"];

  it("finds a long exchange of two by one step", () => {
    const found = findSingleStepPairs(run("r", "c 100", ...duel, "c 200"), 6);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      organisationIds: ["a", "b"],
      evidence: { values: { count: 6 } },
    });
  });

  it("leaves a short one, larger steps and a third bidder alone", () => {
    expect(findSingleStepPairs(run("r", ...duel.slice(0, 5)), 6)).toEqual([]);
    const larger = duel.map((line, at) => `${line.split(" ")[0]} ${110 + at * 20}`);
    expect(findSingleStepPairs(run("r", ...larger), 6)).toEqual([]);
    const three = ["a 110", "b 120", "c 130", "a 140", "b 150", "c 160", "a 170"];
    expect(findSingleStepPairs(run("r", ...three), 3)).toEqual([]);
  });
});
