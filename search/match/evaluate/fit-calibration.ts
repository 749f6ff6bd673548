import type { Ranker } from "../rankers";
import type { PairInputs } from "../types";

export interface JudgedInputs {
  readonly inputs: PairInputs;
  /** 1 to 4. */
  readonly level: number;
}

type Calibration = Ranker["calibration"];

const STEPS = 1_500;
const RATE = 0.05;
const RIDGE = 1e-3;

function featuresOf(inputs: PairInputs): number[] {
  return [
    (inputs.words - inputs.wordsMean) / inputs.wordsSpread,
    (inputs.meaning - inputs.meaningMean) / inputs.meaningSpread,
    inputs.words,
    inputs.meaning,
  ];
}

/**
 * Proportional-odds logistic regression (McCullagh 1980) of judged levels on a pair's inputs, by
 * gradient descent on standardised features. Seven numbers; the order of a list does not depend on them.
 */
export function fitCalibration(rows: readonly JudgedInputs[]): Calibration {
  const features = rows.map((row) => featuresOf(row.inputs));
  const scales = [0, 1, 2, 3].map((k) => standardOf(features.map((one) => one[k] ?? 0)));
  const x = features.map((one) =>
    scales.map(({ mean, spread }, k) => ((one[k] ?? 0) - mean) / spread),
  );
  const thresholds = [0.5, -1.5, -3.5];
  const slopes = [0, 0, 0, 0];
  const velocity = new Float64Array(7);
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(7);
    rows.forEach(({ level }, i) => {
      const row = x[i] ?? [];
      const evidence = slopes.reduce((sum, slope, k) => sum + slope * (row[k] ?? 0), 0);
      addGradient(gradient, thresholds, evidence, level, row);
    });
    for (let p = 0; p < 7; p++) {
      const ridge = p < 3 ? 0 : RIDGE * (slopes[p - 3] ?? 0);
      velocity[p] = 0.9 * (velocity[p] ?? 0) + (gradient[p] ?? 0) / rows.length - ridge;
      if (p < 3) thresholds[p] = (thresholds[p] ?? 0) + RATE * (velocity[p] ?? 0);
      else slopes[p - 3] = (slopes[p - 3] ?? 0) + RATE * (velocity[p] ?? 0);
    }
  }
  const raw = slopes.map((slope, k) => slope / (scales[k]?.spread ?? 1));
  const shift = raw.reduce((sum, slope, k) => sum + slope * (scales[k]?.mean ?? 0), 0);
  const [a = 0, b = 0, c = 0] = thresholds.map((threshold) => threshold - shift);
  const [zWords = 0, zMeaning = 0, words = 0, meaning = 0] = raw;
  return { thresholds: [a, b, c], slopes: { zWords, zMeaning, words, meaning } };
}

function standardOf(values: readonly number[]): { mean: number; spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const variance =
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
  return { mean, spread: Math.sqrt(variance) || 1 };
}

/** Adds the slope of one row's log likelihood; P(level ≥ k) = logistic(threshold_k + evidence). */
function addGradient(
  gradient: Float64Array,
  thresholds: readonly number[],
  evidence: number,
  level: number,
  row: readonly number[],
): void {
  const chance = (k: number) =>
    k < 2 ? 1 : k > 4 ? 0 : 1 / (1 + Math.exp(-((thresholds[k - 2] ?? 0) + evidence)));
  const upper = chance(level);
  const lower = chance(level + 1);
  const likelihood = Math.max(1e-9, upper - lower);
  const upperSlope = (upper * (1 - upper)) / likelihood;
  const lowerSlope = (lower * (1 - lower)) / likelihood;
  if (level >= 2) gradient[level - 2] = (gradient[level - 2] ?? 0) + upperSlope;
  if (level <= 3) gradient[level - 1] = (gradient[level - 1] ?? 0) - lowerSlope;
  for (let k = 0; k < 4; k++) {
    gradient[3 + k] = (gradient[3 + k] ?? 0) + (upperSlope - lowerSlope) * (row[k] ?? 0);
  }
}
