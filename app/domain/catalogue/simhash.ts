import { normaliseText } from "#search/text/normalise";

const MASK = (1n << 64n) - 1n;

/** FNV-1a, 64 bits, over UTF-16 units. */
function hash64(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i += 1) {
    hash ^= BigInt(text.charCodeAt(i));
    hash = (hash * 0x100000001b3n) & MASK;
  }
  return hash;
}

/**
 * 64-bit simhash over the character triples of a text: similar texts differ in few bits. Signed, as
 * PostgreSQL's bigint is. Null for a text too short to say anything.
 */
export function simhashOf(text: string): bigint | null {
  const plain = normaliseText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
  if (plain.length < 30) return null;
  const weights = new Array<number>(64).fill(0);
  const triples = new Set<string>();
  // 2,000 units tell enough; a whole description would cost milliseconds in a bulk import.
  for (let i = 0; i + 3 <= Math.min(plain.length, 2000); i += 1) triples.add(plain.slice(i, i + 3));
  for (const triple of triples) {
    const hash = hash64(triple);
    let low = Number(hash & 0xffffffffn);
    let high = Number(hash >> 32n);
    for (let bit = 0; bit < 32; bit += 1) {
      weights[bit] = (weights[bit] ?? 0) + (low & 1 ? 1 : -1);
      weights[bit + 32] = (weights[bit + 32] ?? 0) + (high & 1 ? 1 : -1);
      low >>>= 1;
      high >>>= 1;
    }
  }
  const value = weights.reduce(
    (sum, weight, bit) => (weight > 0 ? sum | (1n << BigInt(bit)) : sum),
    0n,
  );
  return BigInt.asIntN(64, value);
}

/** In how many bits two hashes differ. */
export function bitDistance(a: bigint, b: bigint): number {
  let rest = BigInt.asUintN(64, a ^ b);
  let count = 0;
  while (rest > 0n) {
    rest &= rest - 1n;
    count += 1;
  }
  return count;
}
