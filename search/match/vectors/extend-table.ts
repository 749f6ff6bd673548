import type { CatalogueTexts } from "./catalogue-texts";
import { type ContrastOptions, tuneByContrast } from "./contrast";
import { findNewUnits } from "./new-units";
import { quantise, type VectorTable } from "./table";
import { CONTRAST, pairsOfText, sharedDirection, weighPairs } from "./train";

const MAX_NEW_UNITS = 20_000;
/** The file must stay below 25 MB; the rest is for what stands beside the units. */
const MAX_TABLE_BYTES = 22_000_000;
const BYTES_OF_A_UNIT = 16;

/** Gentle: the catalogue may turn words towards its use of them, not away from their general one. */
const TUNING = { epochs: 2, vectorRate: 5e-4 } as const;
const LEAST_BATCHES = 4;
// Titles that the direction common to all texts is taken from; with many more of them the stand-ins of
// the shipped table count for nothing, and what it was shipped with suffers (measured).
const MAX_SAMPLES = 1_000;

/**
 * The shipped table continued on the texts of a catalogue: words that it lacks get vectors from their
 * surroundings, then titles are drawn towards their own texts, except those kept out for the check.
 * The same texts give the same table. Prior counts and stand-ins stay those of the shipped table.
 */
export function extendTable(
  base: VectorTable,
  catalogue: CatalogueTexts,
  version: string,
  trainedOn: string,
): VectorTable {
  const { texts, keptOut, statistics } = catalogue;
  const { dimensions } = base;
  const room = Math.floor(MAX_TABLE_BYTES / (dimensions + BYTES_OF_A_UNIT)) - base.rowOf.size;
  const limit = Math.max(0, Math.min(MAX_NEW_UNITS, room));
  const fresh = findNewUnits(texts, base, statistics, limit);
  const units = [...base.rowOf.keys(), ...fresh.units];
  const rowOf = new Map(units.map((unit, row) => [unit, row]));
  const vectors = new Float32Array(units.length * dimensions);
  vectors.set(toFloats(base));
  vectors.set(fresh.vectors, base.rows.length);
  const learned = texts.filter((one) => !keptOut.has(one));
  const pairs = weighPairs(learned.flatMap(pairsOfText), rowOf);
  const options: ContrastOptions = {
    ...CONTRAST,
    ...TUNING,
    batch: Math.max(2, Math.min(CONTRAST.batch, Math.floor(pairs.length / LEAST_BATCHES))),
  };
  const weights = Float32Array.from(units, (unit) => Math.max(0.05, statistics.idf(unit)));
  tuneByContrast(vectors, weights, dimensions, pairs, options);
  const table: VectorTable = {
    ...base,
    version,
    rowOf,
    ...quantise(vectors, dimensions),
    recipe: {
      sources: [...base.recipe.sources, sourceOf(catalogue)],
      parameters: { ...options, newUnits: fresh.units.length, keptOut: keptOut.size },
      trainedOn,
    },
  };
  const step = Math.max(1, Math.ceil(texts.length / MAX_SAMPLES));
  const samples = texts.filter((_, i) => i % step === 0).map((one) => one.title);
  return { ...table, direction: sharedDirection([...samples, ...base.background], table) };
}

function sourceOf({ texts }: CatalogueTexts) {
  return {
    name: "public listings of this market",
    texts: texts.length,
    characters: texts.reduce((sum, one) => sum + one.title.length + one.text.length, 0),
  };
}

function toFloats({ rows, factors, dimensions }: VectorTable): Float32Array {
  return Float32Array.from(
    rows,
    (value, i) => value * (factors[Math.floor(i / dimensions)] as number),
  );
}
