import { expect, it } from "vitest";
import { readInputs } from "./pair-inputs-rules";
import { readShown } from "./shown-opinion-rules";

it("reads what was stored of an opinion, and nothing out of what was not", () => {
  expect(readShown({ related: 0.4, rankerVersion: "meaning-2", score: 1 })).toEqual({
    related: 0.4,
    rankerVersion: "meaning-2",
  });
  for (const stored of [null, undefined, "x", 3, [], {}, { related: "0.4", rankerVersion: 2 }]) {
    expect(readShown(stored)).toEqual({ related: null, rankerVersion: null });
  }
});

it("takes stored inputs only when they are complete", () => {
  const inputs = {
    ...{ words: 0.1, meaning: 0.2, wordsMean: 0, wordsSpread: 1, meaningMean: 0 },
    ...{ meaningSpread: 1, fit: 0.5 },
  };
  expect(readInputs(inputs)).toEqual(inputs);
  expect(readInputs({ ...inputs, fit: null })).toBeNull();
  expect(readInputs({ words: 0.1 })).toBeNull();
  for (const stored of [null, undefined, "x", []]) expect(readInputs(stored)).toBeNull();
});
