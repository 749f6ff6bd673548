import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { NeedResult } from "#search/match/evaluate/evaluate";
import { fitCalibration } from "#search/match/evaluate/fit-calibration";
import { CURRENT_RANKER, estimatedLevel, type Ranker, scorePair } from "#search/match/rankers";

/**
 * Fits the calibration of a ranker to judged pairs:
 *   npm run match:evaluate -- … --details FILE
 *   npm run match:calibrate -- --details FILE
 * prints the numbers for the ranker's file, and what they reach on needs that they were not fitted to
 * (five parts by need).
 */
const FOLDS = 5;

const { values } = parseArgs({ options: { details: { type: "string" } } });
if (!values.details) throw new Error("--details FILE is wanted");
const needs = JSON.parse(await readFile(values.details, "utf8")) as NeedResult[];
const rowsOf = (part: readonly NeedResult[]) => part.flatMap((need) => need.judged);

let error = 0;
let pairs = 0;
for (let fold = 0; fold < FOLDS; fold++) {
  const calibration = fitCalibration(rowsOf(needs.filter((_, i) => i % FOLDS !== fold)));
  const ranker: Ranker = { ...CURRENT_RANKER, calibration };
  for (const { inputs, level } of rowsOf(needs.filter((_, i) => i % FOLDS === fold))) {
    error += Math.abs(estimatedLevel(scorePair(inputs, ranker).chances) - level);
    pairs++;
  }
}
const result = {
  calibration: fitCalibration(rowsOf(needs)),
  pairs,
  contestCrossValidated: Math.round((1 / (1 + error / Math.max(1, pairs))) * 10_000) / 10_000,
};
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
