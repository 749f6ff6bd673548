import { expect, it } from "vitest";
import { measureRankers } from "./compare-rankers-rules";

const inputs = (words: number, meaning: number) => ({
  words,
  meaning,
  wordsMean: 0,
  wordsSpread: 1,
  meaningMean: 0,
  meaningSpread: 1,
  fit: 0.5,
});
/** "words" orders by words, "meaning" the other way round; "old" has forgotten how. */
const score = (version: string, one: ReturnType<typeof inputs>) =>
  version === "old"
    ? null
    : { score: version === "words" ? one.words : one.meaning, related: one.words };

it("measures every version on the same pairs, by hand", () => {
  const pairs = [
    { needId: "n1", level: 4, inputs: inputs(0.9, 0.1) },
    { needId: "n1", level: 1, inputs: inputs(0.1, 0.9) },
    { needId: "n2", level: 1, inputs: inputs(0.5, 0.5) },
  ];
  const rows = measureRankers(pairs, ["words", "meaning", "old"], "words", score);
  expect(rows.map((row) => row.version)).toEqual(["words", "meaning"]);
  const [words, meaning] = rows;
  // The second need has nothing related: it counts in no ranking measure.
  expect(words).toMatchObject({
    ndcg10: { mean: 1, count: 1 },
    auc: { mean: 1, count: 1 },
    p5: { mean: 0.2, count: 1 },
    difference: null,
  });
  // Bins .1 (false), .5 (false), .9 (true): (.1 + .5 + .1) / 3.
  expect(words?.calibrationError).toBeCloseTo(0.7 / 3, 12);
  expect(meaning?.ndcg10.mean).toBeCloseTo(0.63093, 5);
  expect(meaning?.auc.mean).toBe(0);
  expect(meaning?.difference).toMatchObject({ count: 1 });
  expect(meaning?.difference?.mean).toBeCloseTo(-0.36907, 5);
});

it("says nothing of no pairs", () => {
  expect(measureRankers([], ["words"], "words", score)[0]).toMatchObject({
    ndcg10: { mean: null, count: 0 },
    calibrationError: null,
  });
});
