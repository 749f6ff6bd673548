import type { SparseMatrix } from "./singular-vectors";
import { isHan } from "./units";

export interface CountOptions {
  /** Words on each side that count as near; the nearest CLOSE of them fully, the others by half. */
  readonly window: number;
  readonly minRowCount: number;
  readonly minColumnCount: number;
  /** Exponent that takes weight from frequent neighbours (Levy, Goldberg and Dagan 2015). */
  readonly smoothing: number;
}

const CLOSE = 3;

export interface Cooccurrence {
  /** Words, and characters of longer words, in order of the rows. */
  readonly units: readonly string[];
  /** Share of a unit among all, 0 to 1. */
  readonly shares: Float64Array;
  readonly matrix: SparseMatrix;
}

/**
 * Positive pointwise mutual information of units (rows) and neighbouring words (columns). A character
 * of a word has the neighbours of the word.
 */
export function countCooccurrence(
  sentences: readonly (readonly string[])[],
  options: CountOptions,
): Cooccurrence {
  const { rowOf, columnOf, units, shares } = chooseUnits(sentences, options);
  const sums = new PairSums(1 << 20);
  for (const words of sentences) {
    const columns = words.map((word) => columnOf.get(word) ?? -1);
    for (let i = 0; i < words.length; i++) {
      const rows = rowsOfWord(words[i] as string, rowOf);
      const to = Math.min(words.length - 1, i + options.window);
      for (let j = Math.max(0, i - options.window); j <= to; j++) {
        const column = columns[j] as number;
        if (j === i || column < 0) continue;
        const weight = Math.abs(i - j) <= CLOSE ? 1 : 0.5;
        for (const row of rows) sums.add(row, column, weight);
      }
    }
  }
  return { units, shares, matrix: toInformation(sums, units.length, columnOf.size, options) };
}

function chooseUnits(sentences: readonly (readonly string[])[], options: CountOptions) {
  const counts = new Map<string, number>();
  const wordCounts = new Map<string, number>();
  let total = 0;
  for (const words of sentences) {
    for (const word of words) {
      wordCounts.set(word, (wordCounts.get(word) ?? 0) + 1);
      const parts = word.length > 1 ? [word, ...[...word].filter(isHan)] : [word];
      for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
      total += parts.length;
    }
  }
  const kept = [...counts]
    .filter(([, count]) => count >= options.minRowCount)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const columns = [...wordCounts].filter(([, count]) => count >= options.minColumnCount);
  return {
    units: kept.map(([unit]) => unit),
    shares: Float64Array.from(kept, ([, count]) => count / total),
    rowOf: new Map(kept.map(([unit], row) => [unit, row])),
    columnOf: new Map(columns.map(([word], column) => [word, column])),
  };
}

function rowsOfWord(word: string, rowOf: ReadonlyMap<string, number>): number[] {
  const rows: number[] = [];
  const own = rowOf.get(word);
  if (own !== undefined) rows.push(own);
  if (word.length > 1) {
    for (const character of word) {
      const row = isHan(character) ? rowOf.get(character) : undefined;
      if (row !== undefined) rows.push(row);
    }
  }
  return rows;
}

/** Sums by (row, column) in flat arrays: a Map of tens of millions of pairs would not fit. */
class PairSums {
  private keys: Float64Array;
  private sums: Float32Array;
  private used = 0;

  constructor(size: number) {
    this.keys = new Float64Array(size).fill(-1);
    this.sums = new Float32Array(size);
  }

  add(row: number, column: number, weight: number): void {
    if (this.used * 10 > this.keys.length * 7) this.grow();
    const key = row * 2 ** 24 + column;
    const slot = this.slotOf(key);
    if (this.keys[slot] === -1) {
      this.keys[slot] = key;
      this.used++;
    }
    this.sums[slot] = (this.sums[slot] as number) + weight;
  }

  forEach(visit: (row: number, column: number, sum: number) => void): void {
    for (let slot = 0; slot < this.keys.length; slot++) {
      const key = this.keys[slot] as number;
      if (key >= 0) visit(Math.floor(key / 2 ** 24), key % 2 ** 24, this.sums[slot] as number);
    }
  }

  private slotOf(key: number): number {
    const mask = this.keys.length - 1;
    const mixed = Math.imul(Math.floor(key / 65_536) ^ Math.imul(key | 0, 0x9e3779b1), 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (this.keys[slot] !== -1 && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, sums } = this;
    this.keys = new Float64Array(keys.length * 2).fill(-1);
    this.sums = new Float32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      if (key < 0) continue;
      const slot = this.slotOf(key);
      this.keys[slot] = key;
      this.sums[slot] = sums[i] as number;
    }
  }
}

function toInformation(
  sums: PairSums,
  rows: number,
  columns: number,
  { smoothing }: CountOptions,
): SparseMatrix {
  const rowSums = new Float64Array(rows);
  const columnSums = new Float64Array(columns);
  sums.forEach((row, column, sum) => {
    rowSums[row] = (rowSums[row] as number) + sum;
    columnSums[column] = (columnSums[column] as number) + sum;
  });
  const smoothed = columnSums.map((sum) => sum ** smoothing);
  const smoothedTotal = smoothed.reduce((sum, value) => sum + value, 0);
  const information = (row: number, column: number, sum: number) =>
    Math.log(
      (sum * smoothedTotal) / ((rowSums[row] as number) * (smoothed[column] as number)) || 1,
    );
  const offsets = new Uint32Array(rows + 1);
  sums.forEach((row, column, sum) => {
    if (information(row, column, sum) > 0) offsets[row + 1] = (offsets[row + 1] as number) + 1;
  });
  for (let r = 0; r < rows; r++) {
    offsets[r + 1] = (offsets[r + 1] as number) + (offsets[r] as number);
  }
  const size = offsets[rows] as number;
  const columnOf = new Uint32Array(size);
  const values = new Float32Array(size);
  const next = offsets.slice(0, rows);
  sums.forEach((row, column, sum) => {
    const value = information(row, column, sum);
    if (value <= 0) return;
    const at = next[row] as number;
    next[row] = at + 1;
    columnOf[at] = column;
    values[at] = value;
  });
  return { rows, columns, offsets, columnOf, values };
}
