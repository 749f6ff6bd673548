import type { TermStatistics } from "../statistics";
import type { VectorTable } from "./table";
import { countUnits } from "./units";

// Measured on judged pairs with the built-in table: 1.5 finds more of the strong pairs than 1.
const IDF_EXPONENT = 1.5;
const TITLE_WEIGHT = 0.6;
/** What a text is about is said in its beginning. */
const TEXT_LENGTH = 1_500;
// A unit said more often than this says nothing more: repeating a keyword does not pay.
const MAX_OCCURRENCES = 4;

/**
 * Vector of a text, length 1: the sum of its units, a unit counting by its logarithmic frequency and
 * its rarity in the catalogue, without the direction that all texts share. Null without a known unit.
 */
export function encodeText(
  text: string,
  table: VectorTable,
  statistics: TermStatistics,
): Float32Array | null {
  const { dimensions, rows, factors, rowOf, direction } = table;
  const vector = new Float32Array(dimensions);
  let isEmpty = true;
  for (const [unit, count] of countUnits(text.slice(0, TEXT_LENGTH))) {
    const row = rowOf.get(unit);
    if (row === undefined) continue;
    isEmpty = false;
    const frequency = 1 + Math.log(Math.min(count, MAX_OCCURRENCES));
    const weight = frequency * statistics.idf(unit) ** IDF_EXPONENT * (factors[row] as number);
    const from = row * dimensions;
    for (let k = 0; k < dimensions; k++) {
      vector[k] = (vector[k] as number) + weight * (rows[from + k] as number);
    }
  }
  if (isEmpty) return null;
  normalise(vector);
  const along = dot(vector, direction);
  for (let k = 0; k < dimensions; k++) {
    vector[k] = (vector[k] as number) - along * (direction[k] as number);
  }
  return normalise(vector);
}

/** Title and text mixed .6/.4; a listing without text counts by its title alone. */
export function encodeListing(
  listing: { readonly title: string; readonly text: string },
  table: VectorTable,
  statistics: TermStatistics,
): Float32Array | null {
  const title = encodeText(listing.title, table, statistics);
  const text = listing.text.trim() === "" ? null : encodeText(listing.text, table, statistics);
  if (title === null || text === null) return title ?? text;
  for (let k = 0; k < title.length; k++) {
    title[k] = TITLE_WEIGHT * (title[k] as number) + (1 - TITLE_WEIGHT) * (text[k] as number);
  }
  return normalise(title);
}

export function normalise(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  for (let k = 0; k < vector.length; k++) vector[k] = (vector[k] as number) / length;
  return vector;
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}

/** Cosine of two words by their table rows and characters, -1 to 1; 0 when one is unknown. */
export function wordLikeness(
  a: string,
  b: string,
  table: VectorTable,
  statistics: TermStatistics,
): number {
  if (!table.rowOf.has(a) || !table.rowOf.has(b)) return 0;
  const left = encodeText(a, table, statistics);
  const right = encodeText(b, table, statistics);
  return left === null || right === null ? 0 : dot(left, right);
}
