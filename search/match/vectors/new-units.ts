import type { TermStatistics } from "../statistics";
import { dot, normalise } from "./encode";
import type { VectorTable } from "./table";
import type { TrainingText } from "./train";
import { isHan, segment, sentencesOf } from "./units";

const LEAST_LISTINGS = 2;
// As in counting for the shipped table: words on each side, the nearest fully, the others by half.
const WINDOW = 10;
const CLOSE = 3;

export interface NewUnits {
  readonly units: readonly string[];
  /** units × dimensions, row-major. */
  readonly vectors: Float32Array;
}

/**
 * Words and characters that the table does not know and that occur in at least two listings, at most
 * `limit` of them, the most frequent first. A vector is the mean of those of the words around, rare
 * words counting more, and of the word's own characters, in the length usual in the table.
 */
export function findNewUnits(
  texts: readonly TrainingText[],
  table: VectorTable,
  statistics: TermStatistics,
  limit: number,
): NewUnits {
  const listings = texts.map((one) => [
    ...sentencesOf(`${one.title}。${one.text}`),
    segment(one.keywords.join("，")),
  ]);
  const candidates = chooseUnits(listings, table, limit);
  const contexts = sumContexts(listings.flat(), candidates, table, statistics);
  const length = usualLength(table);
  const units: string[] = [];
  const rows: Float32Array[] = [];
  for (const [unit, at] of candidates) {
    const { dimensions } = table;
    const context = contexts.subarray(at * dimensions, (at + 1) * dimensions);
    const vector = combine(context, ownCharacters(unit, table, statistics), table);
    if (vector === null) continue;
    units.push(unit);
    rows.push(vector.map((value) => value * length));
  }
  const vectors = new Float32Array(units.length * table.dimensions);
  rows.forEach((row, i) => {
    vectors.set(row, i * table.dimensions);
  });
  return { units, vectors };
}

function unitsOfWord(word: string): string[] {
  return word.length > 1 ? [word, ...[...word].filter(isHan)] : [word];
}

function chooseUnits(
  listings: readonly (readonly string[][])[],
  table: VectorTable,
  limit: number,
): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const sentences of listings) {
    for (const unit of new Set(sentences.flat().flatMap(unitsOfWord))) {
      if (!table.rowOf.has(unit)) frequency.set(unit, (frequency.get(unit) ?? 0) + 1);
    }
  }
  const chosen = [...frequency]
    .filter(([, listingsWithIt]) => listingsWithIt >= LEAST_LISTINGS)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, limit);
  return new Map(chosen.map(([unit], at) => [unit, at]));
}

/** For every candidate the weighted sum of the vectors of the known words around it. */
function sumContexts(
  sentences: readonly (readonly string[])[],
  candidates: ReadonlyMap<string, number>,
  table: VectorTable,
  statistics: TermStatistics,
): Float32Array {
  const { dimensions } = table;
  const sums = new Float32Array(candidates.size * dimensions);
  for (const words of sentences) {
    words.forEach((word, i) => {
      const targets = unitsOfWord(word).flatMap((unit) => candidates.get(unit) ?? []);
      if (targets.length === 0) return;
      const to = Math.min(words.length - 1, i + WINDOW);
      for (let j = Math.max(0, i - WINDOW); j <= to; j++) {
        const neighbour = words[j] as string;
        const row = table.rowOf.get(neighbour);
        if (j === i || row === undefined) continue;
        const weight = (Math.abs(i - j) <= CLOSE ? 1 : 0.5) * statistics.idf(neighbour);
        for (const target of targets) addRow(sums, target * dimensions, table, row, weight);
      }
    });
  }
  return sums;
}

function addRow(
  sums: Float32Array,
  at: number,
  { dimensions, rows, factors }: VectorTable,
  row: number,
  weight: number,
): void {
  const factor = weight * (factors[row] as number);
  for (let k = 0; k < dimensions; k++) {
    sums[at + k] = (sums[at + k] as number) + factor * (rows[row * dimensions + k] as number);
  }
}

function ownCharacters(unit: string, table: VectorTable, statistics: TermStatistics): Float32Array {
  const sum = new Float32Array(table.dimensions);
  if (unit.length < 2) return sum;
  for (const character of unit) {
    const row = isHan(character) ? table.rowOf.get(character) : undefined;
    if (row !== undefined) addRow(sum, 0, table, row, statistics.idf(character));
  }
  return sum;
}

/** Both parts without what all texts share, in equal shares; null where nothing around is known. */
function combine(
  context: Float32Array,
  characters: Float32Array,
  { direction }: VectorTable,
): Float32Array | null {
  const parts = [context, characters].map((part) => {
    const along = dot(part, direction);
    return normalise(part.map((value, k) => value - along * (direction[k] as number)));
  });
  const sum = context.map((_, k) => parts.reduce((all, part) => all + (part[k] as number), 0));
  return sum.some((value) => value !== 0) ? normalise(sum) : null;
}

/** Median length of the table's vectors. */
function usualLength({ dimensions, rows, factors }: VectorTable): number {
  const lengths = Array.from(factors, (factor, row) => {
    let sum = 0;
    for (let k = row * dimensions; k < (row + 1) * dimensions; k++) sum += (rows[k] as number) ** 2;
    return factor * Math.sqrt(sum);
  }).sort((a, b) => a - b);
  return lengths[lengths.length >> 1] ?? 1;
}
