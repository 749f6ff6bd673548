import { describe, expect, it } from "vitest";
import { fairShare, pairOf } from "./suggestion-rules";

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
