import { createHash } from "node:crypto";
import type { StoredStatistics } from "../statistics";

/**
 * Word vectors as they are stored: a row of whole numbers for every unit (word or character) and one
 * factor a row. Beside them the document counts of the training texts, which stand in for a catalogue
 * that is still small, and some sentences of them, which stand in for its listings.
 */
export interface VectorTable {
  readonly version: string;
  readonly dimensions: number;
  readonly rowOf: ReadonlyMap<string, number>;
  /** units × dimensions, row-major. */
  readonly rows: Int8Array;
  readonly factors: Float32Array;
  /** Direction that all texts share; taken out of every vector. Length 1. */
  readonly direction: Float32Array;
  readonly prior: StoredStatistics;
  readonly background: readonly string[];
  readonly recipe: VectorRecipe;
}

/** Where a table comes from; enough to train it again. */
export interface VectorRecipe {
  readonly sources: readonly {
    readonly name: string;
    readonly texts: number;
    readonly characters: number;
  }[];
  readonly parameters: Readonly<Record<string, number>>;
  readonly trainedOn: string;
}

interface Header {
  readonly version: string;
  readonly dimensions: number;
  readonly units: number;
  readonly vocabularyBytes: number;
  readonly priorBytes: number;
  readonly documents: number;
  readonly background: readonly string[];
  readonly recipe: VectorRecipe;
}

const MAGIC = "GMVEC1\n";

/** Rows of numbers to a table of whole numbers; the largest number of a row becomes 127. */
export function quantise(vectors: Float32Array, dimensions: number) {
  const units = vectors.length / dimensions;
  const rows = new Int8Array(vectors.length);
  const factors = new Float32Array(units);
  for (let unit = 0; unit < units; unit++) {
    const from = unit * dimensions;
    let largest = 0;
    for (let k = from; k < from + dimensions; k++) {
      largest = Math.max(largest, Math.abs(vectors[k] as number));
    }
    const factor = largest / 127 || 1;
    factors[unit] = factor;
    for (let k = from; k < from + dimensions; k++) {
      rows[k] = Math.round((vectors[k] as number) / factor);
    }
  }
  return { rows, factors };
}

/** One file: a line of magic, the header's length and JSON, then the parts in the order of `readTable`. */
export function writeTable(table: VectorTable): Buffer {
  const vocabulary = Buffer.from([...table.rowOf.keys()].join("\n"));
  const prior = Buffer.from(
    table.prior.units.map((unit, i) => `${unit}\t${table.prior.frequencies[i] ?? 0}`).join("\n"),
  );
  const header: Header = {
    version: table.version,
    dimensions: table.dimensions,
    units: table.rowOf.size,
    vocabularyBytes: vocabulary.length,
    priorBytes: prior.length,
    documents: table.prior.documents,
    background: table.background,
    recipe: table.recipe,
  };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return Buffer.concat([
    Buffer.from(MAGIC),
    length,
    json,
    vocabulary,
    prior,
    bytesOf(table.factors),
    bytesOf(table.direction),
    bytesOf(table.rows),
  ]);
}

function bytesOf(array: Float32Array | Int8Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}

/** @throws Error when the bytes are not a table of this format */
export function readTable(file: Uint8Array): VectorTable {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.subarray(0, MAGIC.length).toString() !== MAGIC) {
    throw new Error("not a table of word vectors");
  }
  let at = MAGIC.length + 4;
  const take = (length: number) => {
    at += length;
    if (at > bytes.length) throw new Error("the table of word vectors is cut short");
    return bytes.subarray(at - length, at);
  };
  const header = JSON.parse(take(bytes.readUInt32LE(MAGIC.length)).toString()) as Header;
  const units = take(header.vocabularyBytes).toString().split("\n");
  const prior = take(header.priorBytes).toString().split("\n");
  // Copies, because a typed array wants its own alignment.
  const floats = (count: number) => new Float32Array(Uint8Array.from(take(count * 4)).buffer);
  const factors = floats(header.units);
  const direction = floats(header.dimensions);
  const rows = new Int8Array(Uint8Array.from(take(header.units * header.dimensions)).buffer);
  return {
    version: header.version,
    dimensions: header.dimensions,
    rowOf: new Map(units.map((unit, row) => [unit, row])),
    rows,
    factors,
    direction,
    prior: {
      documents: header.documents,
      units: prior.map((line) => line.slice(0, line.indexOf("\t"))),
      frequencies: prior.map((line) => Number(line.slice(line.indexOf("\t") + 1))),
    },
    background: header.background,
    recipe: header.recipe,
  };
}

export function checksumOf(file: Uint8Array): string {
  return createHash("sha256").update(file).digest("hex");
}
