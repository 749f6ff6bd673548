import { foldSameLength } from "../text/normalise";
import { visitUnits } from "../text/words";
import type { TermStatistics } from "./statistics";
import type { MatchListing } from "./types";

/**
 * Weights measured on judged pairs: title .6, text .4 is flat between .5 and .7; single characters
 * together with pairs beat dictionary words; tf counts by logarithm; rarity a little over its power of
 * one finds more of the strong pairs and orders them alike.
 */
const TITLE_WEIGHT = 0.6;
const TEXT_WEIGHT = 0.4;
const IDF_EXPONENT = 1.3;
// What a text is about is said in its beginning; the rest costs time for every candidate.
const TEXT_LENGTH = 1_500;
// A unit said more often than this says nothing more: repeating a keyword does not pay.
const MAX_OCCURRENCES = 4;

export type UnitVector = ReadonlyMap<string, number>;

/** TF-IDF vector of one text over characters and pairs, length 1 (empty for an empty text). */
export function unitVector(text: string, statistics: TermStatistics): UnitVector {
  const counts = new Map<string, number>();
  visitUnits(foldSameLength(text), (unit) => counts.set(unit, (counts.get(unit) ?? 0) + 1));
  let squares = 0;
  for (const [unit, count] of counts) {
    const rarity = statistics.idf(unit) ** IDF_EXPONENT;
    const weight = (1 + Math.log(Math.min(count, MAX_OCCURRENCES))) * rarity;
    counts.set(unit, weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (const [unit, weight] of counts) counts.set(unit, weight / length);
  return counts;
}

/** Title and text mixed .6/.4; a listing without text counts by its title alone. */
export function listingVector(
  listing: Pick<MatchListing, "title" | "text">,
  statistics: TermStatistics,
): UnitVector {
  const title = unitVector(listing.title, statistics);
  if (listing.text.trim() === "") return title;
  const mixed = new Map<string, number>();
  for (const [unit, weight] of title) mixed.set(unit, weight * TITLE_WEIGHT);
  for (const [unit, weight] of unitVector(listing.text.slice(0, TEXT_LENGTH), statistics)) {
    mixed.set(unit, (mixed.get(unit) ?? 0) + weight * TEXT_WEIGHT);
  }
  return normalised(mixed);
}

function normalised(vector: Map<string, number>): UnitVector {
  let squares = 0;
  for (const weight of vector.values()) squares += weight * weight;
  const length = Math.sqrt(squares) || 1;
  for (const [unit, weight] of vector) vector.set(unit, weight / length);
  return vector;
}
