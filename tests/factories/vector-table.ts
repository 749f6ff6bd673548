import { seededRandom } from "#search/match/seeded-random";
import { normalise } from "#search/match/vectors/encode";
import { quantise, type VectorTable } from "#search/match/vectors/table";

const DIMENSIONS = 16;
const WORDS = [
  "部件",
  "设备",
  "改造",
  "维修",
  "批量",
  "生产",
  "企业",
  "试用",
  "运行",
  "稳定",
  "更换",
];

function makeVectors(): Float32Array {
  const random = seededRandom("tiny");
  const vectors = Float32Array.from({ length: WORDS.length * DIMENSIONS }, () => random() - 0.5);
  for (let row = 0; row < WORDS.length; row++) {
    normalise(vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS));
  }
  return vectors;
}

/** A table of word vectors that knows eleven words. */
export const tinyTable: VectorTable = {
  version: "tiny",
  dimensions: DIMENSIONS,
  rowOf: new Map(WORDS.map((word, row) => [word, row])),
  ...quantise(makeVectors(), DIMENSIONS),
  direction: Float32Array.from({ length: DIMENSIONS }, (_, k) => (k === 0 ? 1 : 0)),
  prior: { documents: 50, units: WORDS, frequencies: WORDS.map(() => 5) },
  background: ["设备维修", "企业试用"],
  recipe: {
    sources: [{ name: "made up", texts: 1, characters: 22 }],
    parameters: {},
    trainedOn: "2026-01-01",
  },
};
