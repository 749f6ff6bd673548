// @ts-check
// Plain JavaScript without imports: the stand-alone page carries this very text, and the market's
// own pages and tests run it.

/**
 * @typedef {{ id: string, use: "TOKEN" | "SEAL", algorithm: string, spki: string, from: string,
 *   to: string | null }} TrustedKey `id`: SHA-256 of the certificate, hex. `spki`: base64 DER.
 *   `from`, `to`: calendar dates of its use.
 * @typedef {ReturnType<typeof readPayload>} TokenFacts
 * @typedef {"VALID" | "CHANGED" | "UNKNOWN_KEY" | "UNREADABLE" | "OUT_OF_DATE"} TokenAnswer
 * @typedef {{ answer: TokenAnswer, facts: TokenFacts | null }} TokenFinding `facts` only of a valid one.
 * @typedef {"VALID" | "CHANGED" | "UNKNOWN_KEY" | "UNSUPPORTED" | "NONE"} SealAnswer
 * @typedef {{ tag: number, from: number, body: number, to: number }} DerNode
 */

const TOKEN = /GM1\.[0-9a-f]{16}\.[A-Za-z0-9_-]{40,4000}\.[A-Za-z0-9_-]{86}/;

/** The first token in a text: a scanned address, a pasted line. @param {string} text */
export function findToken(text) {
  return TOKEN.exec(text.replace(/\s+/g, ""))?.[0] ?? null;
}

/** @param {string} text base64 or base64url @returns {Uint8Array<ArrayBuffer>} */
function fromBase64(text) {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** @param {string} text base64url; @returns {boolean} no other spelling gives the same bytes */
function isOnlySpelling(text) {
  const binary = String.fromCharCode(...fromBase64(text));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "") === text;
}

/** @param {string} payload JSON array, in the order of certificate-token-rules.ts */
function readPayload(payload) {
  const list = JSON.parse(payload);
  if (!Array.isArray(list) || list.length !== 16) throw new RangeError("not a payload");
  const text = (/** @type {number} */ at) => {
    if (typeof list[at] !== "string") throw new RangeError("not a text");
    return /** @type {string} */ (list[at]);
  };
  const fen = (/** @type {number} */ at) => {
    if (list[at] !== null && !Number.isSafeInteger(list[at])) throw new RangeError("not fen");
    return /** @type {number | null} */ (list[at]);
  };
  return {
    kind: text(0),
    number: text(1),
    officialNo: text(2),
    category: text(3),
    decidedOn: text(4),
    status: text(5),
    issuer: text(6),
    version: fen(7) ?? 0,
    issuedOn: text(8),
    totalFen: fen(9),
    technicalFen: fen(10),
    approvedIncomeFen: fen(11),
    seller: text(12),
    buyer: text(13),
    project: text(14),
    factsHash: text(15),
  };
}

const ECDSA = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const RSA = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };

/**
 * @param {TrustedKey} key @param {Uint8Array<ArrayBuffer>} signature
 * @param {Uint8Array<ArrayBuffer>} data
 */
async function isSignedBy(key, signature, data) {
  const algorithm = key.algorithm.startsWith("RSA") ? RSA : ECDSA;
  const { subtle } = globalThis.crypto;
  const trusted = await subtle.importKey("spki", fromBase64(key.spki), algorithm, false, [
    "verify",
  ]);
  return subtle.verify(algorithm, trusted, signature, data);
}

/**
 * Checks what a QR code carries. A date outside the key's time of use is as bad as a forgery.
 * @param {string} token @param {readonly TrustedKey[]} keys @returns {Promise<TokenFinding>}
 */
export async function checkToken(token, keys) {
  const [, keyId = "", payload = "", signature = ""] = token.split(".");
  if (findToken(token) !== token) return { answer: "UNREADABLE", facts: null };
  const key = keys.find((one) => one.use === "TOKEN" && one.id.startsWith(keyId));
  if (!key) return { answer: "UNKNOWN_KEY", facts: null };
  if (!isOnlySpelling(signature)) return { answer: "CHANGED", facts: null };
  const signed = new TextEncoder().encode(token.slice(0, token.lastIndexOf(".")));
  if (!(await isSignedBy(key, fromBase64(signature), signed))) {
    return { answer: "CHANGED", facts: null };
  }
  try {
    const facts = readPayload(new TextDecoder().decode(fromBase64(payload)));
    const isInUse = facts.issuedOn >= key.from && (key.to === null || facts.issuedOn <= key.to);
    return isInUse ? { answer: "VALID", facts } : { answer: "OUT_OF_DATE", facts: null };
  } catch {
    return { answer: "UNREADABLE", facts: null };
  }
}

/** Bytes as a text of the same length. @param {Uint8Array} bytes */
function asLatin1(bytes) {
  return new TextDecoder("latin1").decode(bytes);
}

/** @param {Uint8Array} bytes @param {number} at @returns {DerNode} */
function derAt(bytes, at) {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) throw new RangeError("DER ends early");
  let length = first;
  let body = at + 2;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 3) throw new RangeError("DER length");
    length = 0;
    for (let i = 0; i < count; i += 1) length = length * 256 + (bytes[body + i] ?? 0);
    body += count;
  }
  if (body + length > bytes.length) throw new RangeError("DER ends early");
  return { tag, from: at, body, to: body + length };
}

/** @param {Uint8Array} bytes @param {DerNode} parent @returns {DerNode[]} */
function derChildren(bytes, parent) {
  const found = [];
  for (let at = parent.body; at < parent.to; at = found.at(-1)?.to ?? parent.to) {
    found.push(derAt(bytes, at));
  }
  return found;
}

/** @param {Uint8Array} bytes */
function hexOf(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function sha256Hex(bytes) {
  return hexOf(new Uint8Array(await globalThis.crypto.subtle.digest("SHA-256", bytes)));
}

const HEX = {
  one: "020101",
  signedData: "06092a864886f70d010702",
  data: "300b06092a864886f70d010701",
  sha256: /^300[bd]0609608648016503040201(0500)?$/,
  messageDigest: "06092a864886f70d010904",
  rsaSha256: "300d06092a864886f70d01010b0500",
  ecdsaSha256: "300a06082a8648ce3d040302",
};

/** r and s of 32 bytes each out of DER. @param {Uint8Array<ArrayBuffer>} der */
function plainEcdsa(der) {
  const out = new Uint8Array(64);
  derChildren(der, derAt(der, 0)).forEach((node, index) => {
    const number = der.slice(node.body, node.to);
    const digits = number.slice(Math.max(0, number.length - 32));
    out.set(digits, index * 32 + 32 - digits.length);
  });
  return out;
}

/**
 * Takes a detached CMS signature apart, every byte that it does not itself protect being compared:
 * nothing in it can be changed without being noticed.
 * @param {Uint8Array<ArrayBuffer>} cms
 */
function readCms(cms) {
  const hex = (/** @type {DerNode | undefined} */ node) =>
    node ? hexOf(cms.slice(node.from, node.to)) : "";
  const demand = (/** @type {boolean} */ holds) => {
    if (!holds) throw new RangeError("not such a signature");
  };
  const outer = derAt(cms, 0);
  const [type, wrapped, ...rest] = derChildren(cms, outer);
  demand(hex(type) === HEX.signedData && wrapped?.tag === 0xa0 && rest.length === 0);
  const [signed, ...more] = derChildren(cms, /** @type {DerNode} */ (wrapped));
  demand(signed?.tag === 0x30 && more.length === 0);
  const [version, digests, content, certificates, signers] = derChildren(
    cms,
    /** @type {DerNode} */ (signed),
  );
  demand(hex(version) === HEX.one && hex(content) === HEX.data);
  demand(digests?.tag === 0x31 && HEX.sha256.test(hex(digests).slice(4)));
  demand(certificates?.tag === 0xa0 && signers?.tag === 0x31);
  const [signer, ...others] = derChildren(cms, /** @type {DerNode} */ (signers));
  demand(signer?.tag === 0x30 && others.length === 0);
  const parts = derChildren(cms, /** @type {DerNode} */ (signer));
  const [signerVersion, sid, digest, attributes, algorithm, signature] = parts;
  demand(hex(signerVersion) === HEX.one && HEX.sha256.test(hex(digest)));
  demand(sid?.tag === 0x30 && attributes?.tag === 0xa0 && signature?.tag === 0x04);
  const [certificate] = derChildren(cms, /** @type {DerNode} */ (certificates));
  for (const part of derChildren(cms, /** @type {DerNode} */ (sid))) {
    demand(hex(certificate).includes(hex(part)));
  }
  const attributeNode = /** @type {DerNode} */ (attributes);
  const digestAttribute = derChildren(cms, attributeNode)
    .map(hex)
    .find((one) => one.includes(HEX.messageDigest));
  const toSign = cms.slice(attributeNode.from, attributeNode.to);
  toSign[0] = 0x31;
  const signatureNode = /** @type {DerNode} */ (signature);
  return {
    length: outer.to,
    certificate: cms.slice(certificate?.from, certificate?.to),
    isRsa: hex(algorithm) === HEX.rsaSha256,
    isSupported: hex(algorithm) === HEX.rsaSha256 || hex(algorithm) === HEX.ecdsaSha256,
    digest: digestAttribute?.slice(-64) ?? "",
    toSign,
    signature: cms.slice(signatureNode.body, signatureNode.to),
  };
}

const RANGE = /\/ByteRange\s*\[ 0 (\d{1,10}) (\d{1,10}) (\d{1,10}) *\]/g;

/**
 * Checks the seal of a PDF: it must cover the whole file but its own place.
 * @param {Uint8Array<ArrayBuffer>} file @param {readonly TrustedKey[]} keys
 * @returns {Promise<SealAnswer>}
 */
export async function checkSeal(file, keys) {
  const range = [...asLatin1(file).matchAll(RANGE)].at(-1);
  if (!range) return "NONE";
  const [open = 0, close = 0, rest = 0] = range.slice(1).map(Number);
  if (close <= open || close + rest !== file.length) return "CHANGED";
  const place = asLatin1(file.slice(open, close));
  if (!/^<(?:[0-9a-f]{2})+>$/.test(place)) return "CHANGED";
  const bytes = Uint8Array.from(place.slice(1, -1).match(/../g) ?? [], (two) =>
    Number.parseInt(two, 16),
  );
  try {
    const cms = readCms(bytes);
    if (bytes.slice(cms.length).some((byte) => byte !== 0)) return "CHANGED";
    if (!cms.isSupported) return "UNSUPPORTED";
    const id = await sha256Hex(cms.certificate);
    const key = keys.find((one) => one.use === "SEAL" && one.id === id);
    if (!key) return "UNKNOWN_KEY";
    const covered = new Uint8Array(open + rest);
    covered.set(file.slice(0, open));
    covered.set(file.slice(close), open);
    if ((await sha256Hex(covered)) !== cms.digest) return "CHANGED";
    const signature = cms.isRsa ? cms.signature : plainEcdsa(cms.signature);
    return (await isSignedBy(key, signature, cms.toSign)) ? "VALID" : "CHANGED";
  } catch {
    return "CHANGED";
  }
}

/** The keywords of a PDF, where a paper carries its token. @param {string} file as Latin-1 */
function keywordsOf(file) {
  const found = /\/Keywords\s*(?:\(([^()\\]*)\)|(\d{1,9}) 0 R)/.exec(file);
  if (!found?.[2]) return found?.[1] ?? "";
  return new RegExp(`\\s${found[2]} 0 obj\\s*\\(([^()\\\\]*)\\)`).exec(file)?.[1] ?? "";
}

/**
 * Checks a paper as a PDF: its seal over the whole file and the token in its properties.
 * @param {Uint8Array<ArrayBuffer>} file @param {readonly TrustedKey[]} keys
 * @returns {Promise<TokenFinding & { seal: SealAnswer }>}
 */
export async function checkPdf(file, keys) {
  const seal = await checkSeal(file, keys);
  const token = findToken(keywordsOf(asLatin1(file)));
  if (token === null) return { answer: "UNREADABLE", facts: null, seal };
  const finding = await checkToken(token, keys);
  if (finding.answer !== "VALID" || seal === "VALID") return { ...finding, seal };
  const answer = seal === "UNKNOWN_KEY" || seal === "UNSUPPORTED" ? "UNKNOWN_KEY" : "CHANGED";
  return { answer, facts: null, seal };
}
