import { describe, expect, it } from "vitest";
import { enterList, type StoredPlace } from "./stored-list-rules";

const inputs = {
  words: 0,
  meaning: 0,
  wordsMean: 0,
  wordsSpread: 1,
  meaningMean: 0,
  meaningSpread: 1,
  fit: 0.5,
};
const place = (otherId: string, score: number): StoredPlace => ({
  ...{ otherId, score, relevance: 0, fit: 0.5, related: 0.5, inputs },
});
const ids = (list: StoredPlace[] | null) => list?.map((one) => one.otherId);

describe("enterList", () => {
  const list = [place("a", 3), place("b", 2), place("c", 1)];

  it("puts a newcomer where it belongs and drops the last beyond the depth", () => {
    expect(ids(enterList(list, place("x", 2.5), 3))).toEqual(["a", "x", "b"]);
    expect(ids(enterList(list, place("x", 0.5), 4))).toEqual(["a", "b", "c", "x"]);
    expect(ids(enterList([], place("x", 0.5), 4))).toEqual(["x"]);
  });

  it("moves one that stood there already", () => {
    expect(ids(enterList(list, place("c", 9), 3))).toEqual(["c", "a", "b"]);
    expect(ids(enterList(list, place("a", 0), 3))).toEqual(["b", "c", "a"]);
  });

  it("says when nothing changes", () => {
    expect(enterList(list, place("x", 0.5), 3)).toBeNull();
    expect(enterList(list, place("b", 2), 3)).toBeNull();
  });
});
