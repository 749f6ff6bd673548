import type { UnitVector } from "./relevance";

/**
 * What the ranker needs of a listing, packed into one string that travels with its index document:
 * the word vector as whole numbers, and the heaviest units of its text as numbered buckets. Scoring
 * five hundred candidates then reads no text.
 *
 * Layout, little-endian: uint32 tag of the model; uint16 dimensions; float32 factor; int8 × dimensions;
 * padding to four bytes; uint32 × n, a bucket in the upper 22 bits and its weight in the lower 10.
 */
const HEADER = 10;
const WEIGHT_STEPS = 1_023;
/** Units kept of one listing. A text of 1,500 characters has about 900; measured, the others order nothing. */
const MAX_UNITS = 240;

export interface Encoding {
  readonly tag: number;
  readonly factor: number;
  /** Empty when no word of the listing is known. */
  readonly vector: Int8Array;
  readonly units: Uint32Array;
}

/** 32-bit FNV-1a. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  }
  return state >>> 0;
}

function bucketOf(unit: string): number {
  return hash(unit) >>> 10;
}

export function tagOf(modelVersion: string): number {
  return hash(modelVersion);
}

/** `share` of the likeness to other listings is kept, 0 to 1. */
export function pack(
  tag: number,
  vector: Float32Array | null,
  units: UnitVector,
  share = 1,
): string {
  const heaviest = [...units].sort((a, b) => b[1] - a[1]).slice(0, MAX_UNITS);
  const dimensions = vector?.length ?? 0;
  const from = align(HEADER + dimensions);
  const bytes = Buffer.alloc(from + heaviest.length * 4);
  let largest = 0;
  for (const value of vector ?? []) largest = Math.max(largest, Math.abs(value));
  const factor = largest / 127 || 1;
  bytes.writeUInt32LE(tag, 0);
  bytes.writeUInt16LE(dimensions, 4);
  bytes.writeFloatLE(factor * share, 6);
  vector?.forEach((value, k) => {
    bytes.writeInt8(Math.round(value / factor), HEADER + k);
  });
  heaviest.forEach(([unit, weight], i) => {
    const steps = Math.min(WEIGHT_STEPS, Math.round(share * weight * WEIGHT_STEPS));
    bytes.writeUInt32LE((bucketOf(unit) * 1_024 + steps) >>> 0, from + i * 4);
  });
  return bytes.toString("base64");
}

function align(offset: number): number {
  return Math.ceil(offset / 4) * 4;
}

/** Null for anything that `pack` did not write. */
export function unpack(text: string): Encoding | null {
  // A copy of its own, so that the numbers lie at multiples of four.
  const bytes = Uint8Array.from(Buffer.from(text, "base64"));
  if (bytes.length < HEADER) return null;
  const view = new DataView(bytes.buffer);
  const dimensions = view.getUint16(4, true);
  const from = align(HEADER + dimensions);
  if (bytes.length < from || (bytes.length - from) % 4 !== 0) return null;
  return {
    tag: view.getUint32(0, true),
    factor: view.getFloat32(6, true),
    vector: new Int8Array(bytes.buffer, HEADER, dimensions),
    units: new Uint32Array(bytes.buffer, from, (bytes.length - from) / 4),
  };
}

/** A subject made ready to be compared with many encodings. */
export class Comparison {
  private readonly mask: number;
  private readonly buckets: Int32Array;
  private readonly weights: Float32Array;

  constructor(
    private readonly vector: Float32Array | null,
    units: UnitVector,
  ) {
    const size = 2 ** Math.ceil(Math.log2(units.size * 2 + 2));
    this.mask = size - 1;
    this.buckets = new Int32Array(size).fill(-1);
    this.weights = new Float32Array(size);
    for (const [unit, weight] of units) {
      const bucket = bucketOf(unit);
      let slot = bucket & this.mask;
      while (this.buckets[slot] !== -1 && this.buckets[slot] !== bucket) {
        slot = (slot + 1) & this.mask;
      }
      this.buckets[slot] = bucket;
      this.weights[slot] = (this.weights[slot] as number) + weight;
    }
  }

  /** Cosine over characters and pairs, 0 to 1. */
  words(other: Encoding): number {
    let sum = 0;
    for (let i = 0; i < other.units.length; i++) {
      const entry = other.units[i] as number;
      const bucket = entry >>> 10;
      let slot = bucket & this.mask;
      let found = this.buckets[slot] as number;
      while (found !== -1 && found !== bucket) {
        slot = (slot + 1) & this.mask;
        found = this.buckets[slot] as number;
      }
      if (found === bucket) sum += (this.weights[slot] as number) * (entry & WEIGHT_STEPS);
    }
    return Math.min(1, sum / WEIGHT_STEPS);
  }

  /** Cosine of the word vectors, -1 to 1; 0 when either side has none. */
  meaning(other: Encoding): number {
    const { vector } = this;
    if (vector === null || other.vector.length !== vector.length) return 0;
    let sum = 0;
    for (let k = 0; k < vector.length; k++) {
      sum += (vector[k] as number) * (other.vector[k] as number);
    }
    return Math.max(-1, Math.min(1, sum * other.factor));
  }
}
