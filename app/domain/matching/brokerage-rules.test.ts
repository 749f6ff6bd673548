import { describe, expect, it } from "vitest";
import { brokerageGroup, passesTried, sortByWorth, type Tried } from "./brokerage-rules";

const tried = (
  need: string | null,
  achievement: string | null,
  ...introductions: string[]
): Tried => ({
  answers: {
    need: need === null ? null : { answer: need },
    achievement: achievement === null ? null : { answer: achievement },
  },
  introductions: introductions.map((state) => ({ state })),
});

describe("brokerageGroup", () => {
  it.each([
    [tried(null, null), "UNTRIED"],
    [tried("INTERESTED", null), "INTERESTED"],
    [tried(null, "INTERESTED"), "INTERESTED"],
    [tried("INTERESTED", "NOT_NOW"), "INTERESTED"],
    [tried("INTERESTED", "INTERESTED"), "MUTUAL"],
    [tried("NOT_NOW", null), "TRIED"],
    [tried(null, null, "LAPSED"), "TRIED"],
    [tried(null, null, "WITHDRAWN"), "TRIED"],
    [tried("INTERESTED", "NOT_FOR_US"), "DECLINED"],
    [tried(null, null, "DECLINED"), "DECLINED"],
    [tried("INTERESTED", null, "DECLINED"), "DECLINED"],
    [tried("INTERESTED", "INTERESTED", "REQUESTED"), "UNDERWAY"],
    [tried(null, null, "ACCEPTED", "DECLINED"), "UNDERWAY"],
    [tried("INTERESTED", null, "LAPSED"), "INTERESTED"],
  ] as const)("%j is %s", (given, group) => expect(brokerageGroup(given)).toBe(group));
});

describe("sortByWorth", () => {
  it("puts interest first, refusals last, and the likelier pair before", () => {
    const pair = (needId: string, group: Parameters<typeof passesTried>[0], related: number) => ({
      needId,
      group,
      related,
      fit: 0.5,
    });
    const sorted = sortByWorth([
      pair("a", "DECLINED", 0.99),
      pair("b", "UNTRIED", 0.6),
      pair("c", "UNDERWAY", 0.9),
      pair("d", "UNTRIED", 0.9),
      pair("e", "INTERESTED", 0.5),
      pair("f", "MUTUAL", 0.5),
      pair("g", "TRIED", 0.9),
    ]);
    expect(sorted.map((one) => one.needId).join("")).toBe("fedbgca");
  });

  it("weighs fit within a group", () => {
    const one = { group: "UNTRIED" as const, needId: "1", related: 0.9, fit: 0.3 };
    const two = { group: "UNTRIED" as const, needId: "2", related: 0.7, fit: 0.8 };
    expect(sortByWorth([one, two]).map((pair) => pair.needId)).toEqual(["2", "1"]);
  });
});

describe("passesTried", () => {
  it.each([
    ["UNTRIED", "untried", true],
    ["UNTRIED", "tried", false],
    ["DECLINED", "tried", true],
    ["MUTUAL", "interested", true],
    ["TRIED", "interested", false],
    ["DECLINED", "all", true],
  ] as const)("%s with %s: %s", (group, filter, passes) =>
    expect(passesTried(group, filter)).toBe(passes),
  );
});
