import { seededRandom } from "../seeded-random";

/** Two texts about the same thing, as units with their weights (1 + ln count). */
export interface TextPair {
  readonly left: WeightedUnits;
  readonly right: WeightedUnits;
}

export interface WeightedUnits {
  readonly rows: Uint32Array;
  readonly weights: Float32Array;
}

export interface ContrastOptions {
  readonly epochs: number;
  readonly batch: number;
  readonly temperature: number;
  readonly vectorRate: number;
  /** Share of units left out of a text in each pass, so that no single word carries it. */
  readonly dropout: number;
  readonly seed: number;
}

const BETA_1 = 0.9;
const BETA_2 = 0.999;

/**
 * Tunes vectors in place, the units' weights being given, so that the two texts of a pair lie nearer to each other
 * than to the texts of other pairs (InfoNCE, van den Oord 2018), with Adam on the units of a batch.
 */
export function tuneByContrast(
  vectors: Float32Array,
  unitWeights: Float32Array,
  dimensions: number,
  pairs: readonly TextPair[],
  options: ContrastOptions,
): void {
  const random = seededRandom(String(options.seed));
  const tuner = new Tuner(vectors, unitWeights, dimensions, options);
  const order = Uint32Array.from(pairs, (_, i) => i);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (let from = 0; from + options.batch <= order.length; from += options.batch) {
      const batch = Array.from(order.subarray(from, from + options.batch), (i) => {
        const { left, right } = pairs[i] as TextPair;
        return {
          left: withDropout(left, options.dropout, random),
          right: withDropout(right, options.dropout, random),
        };
      });
      tuner.step(batch);
    }
  }
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i] as number;
    order[i] = order[j] as number;
    order[j] = kept;
  }
}

function withDropout(text: WeightedUnits, share: number, random: () => number): WeightedUnits {
  const kept: number[] = [];
  for (let i = 0; i < text.rows.length; i++) if (random() >= share) kept.push(i);
  if (kept.length === 0) return text;
  return {
    rows: Uint32Array.from(kept, (i) => text.rows[i] as number),
    weights: Float32Array.from(kept, (i) => text.weights[i] as number),
  };
}

class Tuner {
  private readonly first: Float32Array;
  private readonly second: Float32Array;
  private readonly gradient: Float32Array;
  private readonly touched = new Set<number>();
  private steps = 0;

  constructor(
    private readonly vectors: Float32Array,
    private readonly unitWeights: Float32Array,
    private readonly dimensions: number,
    private readonly options: ContrastOptions,
  ) {
    this.first = new Float32Array(vectors.length);
    this.second = new Float32Array(vectors.length);
    this.gradient = new Float32Array(vectors.length);
  }

  step(batch: readonly TextPair[]): void {
    const { dimensions: d } = this;
    const n = batch.length;
    const left = this.encode(batch.map((pair) => pair.left));
    const right = this.encode(batch.map((pair) => pair.right));
    const leftGradient = new Float32Array(n * d);
    const rightGradient = new Float32Array(n * d);
    const logits = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        logits[i * n + j] = dot(left.unit, right.unit, i * d, j * d, d) / this.options.temperature;
      }
    }
    const slope = contrastSlope(logits, n);
    const scale = 1 / (this.options.temperature * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const value = (slope[i * n + j] as number) * scale;
        if (Math.abs(value) < 1e-9) continue;
        for (let k = 0; k < d; k++) {
          leftGradient[i * d + k] =
            (leftGradient[i * d + k] as number) + value * (right.unit[j * d + k] as number);
          rightGradient[j * d + k] =
            (rightGradient[j * d + k] as number) + value * (left.unit[i * d + k] as number);
        }
      }
    }
    batch.forEach((pair, i) => {
      this.spread(pair.left, i, left, leftGradient);
      this.spread(pair.right, i, right, rightGradient);
    });
    this.update();
  }

  private encode(texts: readonly WeightedUnits[]): { unit: Float32Array; length: Float64Array } {
    const { dimensions: d } = this;
    const unit = new Float32Array(texts.length * d);
    const length = new Float64Array(texts.length);
    texts.forEach(({ rows, weights }, t) => {
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i] as number;
        const factor = (weights[i] as number) * (this.unitWeights[row] as number);
        for (let k = 0; k < d; k++) {
          unit[t * d + k] =
            (unit[t * d + k] as number) + factor * (this.vectors[row * d + k] as number);
        }
      }
      const size = Math.sqrt(dot(unit, unit, t * d, t * d, d)) || 1;
      length[t] = size;
      for (let k = 0; k < d; k++) unit[t * d + k] = (unit[t * d + k] as number) / size;
    });
    return { unit, length };
  }

  /** Carries the gradient of one text's unit vector back to its units. */
  private spread(
    { rows, weights }: WeightedUnits,
    text: number,
    encoded: { unit: Float32Array; length: Float64Array },
    gradient: Float32Array,
  ): void {
    const { dimensions: d } = this;
    const at = text * d;
    const along = dot(gradient, encoded.unit, at, at, d);
    const size = encoded.length[text] as number;
    for (let k = 0; k < d; k++) {
      gradient[at + k] =
        ((gradient[at + k] as number) - along * (encoded.unit[at + k] as number)) / size;
    }
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const factor = (weights[i] as number) * (this.unitWeights[row] as number);
      this.touched.add(row);
      for (let k = 0; k < d; k++) {
        const g = gradient[at + k] as number;
        this.gradient[row * d + k] = (this.gradient[row * d + k] as number) + factor * g;
      }
    }
  }

  private update(): void {
    this.steps++;
    const correction = Math.sqrt(1 - BETA_2 ** this.steps) / (1 - BETA_1 ** this.steps);
    const rate = this.options.vectorRate * correction;
    for (const row of this.touched) {
      const from = row * this.dimensions;
      for (let k = from; k < from + this.dimensions; k++) {
        adam(this.vectors, this.gradient, this.first, this.second, k, rate);
      }
    }
    this.touched.clear();
  }
}

/** Derivative of the mean of both directions' cross entropy by each logit. */
function contrastSlope(logits: Float64Array, n: number): Float64Array {
  const slope = new Float64Array(n * n);
  for (const transposed of [false, true]) {
    const at = (i: number, j: number) => (transposed ? j * n + i : i * n + j);
    for (let i = 0; i < n; i++) {
      let largest = Number.NEGATIVE_INFINITY;
      for (let j = 0; j < n; j++) largest = Math.max(largest, logits[at(i, j)] as number);
      let sum = 0;
      for (let j = 0; j < n; j++) sum += Math.exp((logits[at(i, j)] as number) - largest);
      for (let j = 0; j < n; j++) {
        const share = Math.exp((logits[at(i, j)] as number) - largest) / sum;
        slope[at(i, j)] = (slope[at(i, j)] as number) + (share - (i === j ? 1 : 0)) / 2;
      }
    }
  }
  return slope;
}

function dot(a: Float32Array, b: Float32Array, i: number, j: number, size: number): number {
  let sum = 0;
  for (let k = 0; k < size; k++) sum += (a[i + k] as number) * (b[j + k] as number);
  return sum;
}

function adam(
  values: Float32Array,
  gradient: Float32Array,
  first: Float32Array,
  second: Float32Array,
  at: number,
  rate: number,
): void {
  const g = gradient[at] as number;
  gradient[at] = 0;
  first[at] = BETA_1 * (first[at] as number) + (1 - BETA_1) * g;
  second[at] = BETA_2 * (second[at] as number) + (1 - BETA_2) * g * g;
  values[at] =
    (values[at] as number) -
    (rate * (first[at] as number)) / (Math.sqrt(second[at] as number) + 1e-8);
}
