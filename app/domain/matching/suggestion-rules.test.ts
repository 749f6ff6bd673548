import { describe, expect, it } from "vitest";
import { comparePairs, fairShare, indexAfter, pairOf, placeAfter } from "./suggestion-rules";

const pair = (ownId: string, otherId: string) => ({ ownKind: "need" as const, ownId, otherId });
const names = (pairs: { ownId: string; otherId: string }[]) =>
  pairs.map((one) => `${one.ownId}${one.otherId}`);

describe("fairShare", () => {
  it("gives every listing its best before any its second, and keeps the order", () => {
    const pairs = [pair("a", "1"), pair("a", "2"), pair("a", "3"), pair("b", "4"), pair("c", "5")];
    expect(names(fairShare(pairs, 3))).toEqual(["a1", "b4", "c5"]);
    expect(names(fairShare(pairs, 4))).toEqual(["a1", "a2", "b4", "c5"]);
    expect(names(fairShare(pairs, 9))).toEqual(["a1", "a2", "a3", "b4", "c5"]);
  });

  it("names a counterpart once", () => {
    const pairs = [pair("a", "1"), pair("b", "1"), pair("b", "2"), pair("c", "1")];
    expect(names(fairShare(pairs, 8))).toEqual(["a1", "b2"]);
  });

  it("has nothing to choose from nothing", () => {
    expect(fairShare([], 8)).toEqual([]);
    expect(fairShare([pair("a", "1")], 0)).toEqual([]);
  });
});

describe("pairOf", () => {
  it("names the sides", () => {
    expect(pairOf(pair("a", "1"))).toEqual({ needId: "a", achievementId: "1" });
    expect(pairOf({ ownKind: "achievement", ownId: "a", otherId: "1" })).toEqual({
      needId: "1",
      achievementId: "a",
    });
  });
});

describe("places in the order", () => {
  const sorted = (otherId: string, order: number, score = 0) => ({
    ...pair("own", otherId),
    ...{ order, score },
  });
  const pairs = [
    sorted("d", 0.9, 3),
    sorted("a", 0.9),
    sorted("b", 0.9),
    sorted("c", 0.1 + 0.2),
    sorted("e", 0.1),
  ];

  it("sort by order, score and ids", () => {
    expect([...pairs].reverse().sort(comparePairs)).toEqual(pairs);
  });

  it("hold when the pairs before them, and their own, are gone", () => {
    for (const [index, one] of pairs.entries()) {
      expect(indexAfter(pairs, placeAfter(one))).toBe(index + 1);
      const gone = pairs.slice(index + 1);
      expect(indexAfter(gone, placeAfter(one))).toBe(0);
    }
  });

  it.each([null, "", "x", "a_b_c_d", "1_2", "Infinity_0_e_own"])("begin anew for %j", (place) => {
    expect(indexAfter(pairs, place)).toBe(0);
  });
});
