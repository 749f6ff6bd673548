// @ts-check
// Plain JavaScript without imports: the page for sealing away from the market carries this very text,
// and the market's own pages, its server and its tests run it. See docs/tenders.md.

/** @typedef {(size: number) => Uint8Array<ArrayBuffer>} Random */

/** A reason that the pages have words for. */
export class SealingError extends Error {
  /** @param {string} code */
  constructor(code) {
    super(code);
    this.name = "SealingError";
    this.code = code;
  }
}

/** @type {Random} */
export const secureRandom = (size) => crypto.getRandomValues(new Uint8Array(size));
/** @param {string} text */
export const utf8 = (text) => new TextEncoder().encode(text);

/** @param {Uint8Array} bytes */
export function toBase64Url(bytes) {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
export function fromBase64Url(text) {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) throw new SealingError("bad_base64");
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** @param {string | Uint8Array<ArrayBuffer>} data @returns {Promise<string>} hex */
export async function sha256Hex(data) {
  const bytes = typeof data === "string" ? utf8(data) : data;
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** JSON with sorted members and no white space. @param {unknown} value @returns {string} */
export function canonicalText(value) {
  if (value === null || typeof value === "boolean" || typeof value === "string") {
    return JSON.stringify(value);
  }
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`);
    return `{${members.join(",")}}`;
  }
  throw new SealingError("not_json");
}

// Shamir's secret sharing over GF(2^8) with the polynomial x^8 + x^4 + x^3 + x + 1; 3 generates it.
const EXP = new Uint8Array(510);
const LOG = new Uint8Array(256);
for (let power = 0, value = 1; power < 255; power += 1) {
  EXP[power] = value;
  EXP[power + 255] = value;
  LOG[value] = power;
  const doubled = (value << 1) ^ (value & 0x80 ? 0x11b : 0);
  value ^= doubled & 0xff;
}
/** @param {number} a @param {number} b @returns {number} */
const multiply = (a, b) => (a === 0 || b === 0 ? 0 : (EXP[(LOG[a] ?? 0) + (LOG[b] ?? 0)] ?? 0));
/** @param {number} a @param {number} b @returns {number} b is not 0 */
const divide = (a, b) => (a === 0 ? 0 : (EXP[(LOG[a] ?? 0) + 255 - (LOG[b] ?? 0)] ?? 0));

/**
 * Shares of a secret, any `threshold` of which give it back while fewer say nothing about it. The
 * first byte of a share is its place, 1 to `count`.
 * @param {Uint8Array} secret @param {number} count @param {number} threshold @param {Random} [random]
 * @returns {Uint8Array<ArrayBuffer>[]}
 */
export function splitSecret(secret, count, threshold, random = secureRandom) {
  const isPossible = threshold >= 1 && threshold <= count && count <= 255;
  if (secret.length === 0 || !isPossible) throw new SealingError("bad_split");
  const shares = Array.from({ length: count }, (_, at) => {
    const share = new Uint8Array(secret.length + 1);
    share[0] = at + 1;
    return share;
  });
  for (let at = 0; at < secret.length; at += 1) {
    const coefficients = [secret[at] ?? 0, ...random(threshold - 1)];
    for (const share of shares) {
      const x = share[0] ?? 0;
      share[at + 1] = coefficients.reduceRight((sum, one) => multiply(sum, x) ^ one, 0);
    }
  }
  return shares;
}

/**
 * The secret of at least `threshold` shares; wrong or too few shares give some other bytes.
 * @param {readonly Uint8Array[]} shares @returns {Uint8Array<ArrayBuffer>}
 */
export function combineShares(shares) {
  const places = shares.map((share) => share[0] ?? 0);
  const size = shares[0]?.length ?? 0;
  const isWhole = size > 1 && shares.every((share) => share.length === size);
  if (!isWhole || places.includes(0) || new Set(places).size !== places.length) {
    throw new SealingError("bad_shares");
  }
  const weights = places.map((x) =>
    places.reduce((product, other) => {
      return other === x ? product : multiply(product, divide(other, other ^ x));
    }, 1),
  );
  return Uint8Array.from({ length: size - 1 }, (_, at) =>
    shares.reduce((sum, share, i) => sum ^ multiply(share[at + 1] ?? 0, weights[i] ?? 0), 0),
  );
}
