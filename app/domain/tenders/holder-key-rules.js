// @ts-check
import {
  canonicalText,
  fromBase64Url,
  SealingError,
  secureRandom,
  sha256Hex,
  toBase64Url,
  utf8,
} from "./secret-sharing-rules.js";

// Key pairs of those who hold the keys of a tender. Part of the page for sealing away from the market.

/**
 * @typedef {"BUYER" | "MARKET" | "NOTARY"} HolderRole
 * @typedef {{ kty: string, crv: string, x: string, y: string }} PublicKey a P-256 point as JWK
 * @typedef {{ role: HolderRole, publicKey: PublicKey, fingerprint: string }} Holder
 * @typedef {{ format: string, tenderId: string, role: HolderRole, fingerprint: string,
 *   iterations: number, salt: string, iv: string, data: string }} KeyFile
 */

export const KEY_FILE_FORMAT = "gm-tender-key/1";
/** Slows down whoever finds a key file and tries pass phrases. */
const ITERATIONS = 600_000;
/** What a key file may ask of the browser that opens it. */
const MOST_ITERATIONS = 5_000_000;

export const CURVE = { name: "ECDH", namedCurve: "P-256" };

/** @param {PublicKey} key @returns {Promise<string>} SHA-256 of the point, hex */
export function fingerprintOf({ kty, crv, x, y }) {
  return sha256Hex(canonicalText({ kty, crv, x, y }));
}

/** A holder's pair; the private key is meant for `lockKey` and nothing else. */
export async function makeHolderKey() {
  const pair = await crypto.subtle.generateKey(CURVE, true, ["deriveBits"]);
  const {
    kty = "",
    crv = "",
    x = "",
    y = "",
  } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  const publicKey = { kty, crv, x, y };
  return { publicKey, privateKey: pair.privateKey, fingerprint: await fingerprintOf(publicKey) };
}

/** @param {string} passphrase @param {Uint8Array<ArrayBuffer>} salt @param {number} iterations */
async function keyOfPassphrase(passphrase, salt, iterations) {
  const raw = utf8(passphrase.normalize("NFKC"));
  const base = await crypto.subtle.importKey("raw", raw, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  const aes = { name: "AES-GCM", length: 256 };
  return crypto.subtle.deriveKey(how, base, aes, false, ["encrypt", "decrypt"]);
}

/** @param {{ format: string, tenderId: string, role: HolderRole, fingerprint: string }} file */
const keyFileContext = ({ format, tenderId, role, fingerprint }) =>
  utf8(canonicalText({ format, tenderId, role, fingerprint }));

/**
 * The file that the holder keeps: the private key under a pass phrase.
 * @param {CryptoKey} privateKey @param {{ tenderId: string, role: HolderRole, fingerprint: string }} about
 * @param {string} passphrase @param {number} [iterations] @returns {Promise<KeyFile>}
 */
export async function lockKey(privateKey, about, passphrase, iterations = ITERATIONS) {
  const { tenderId, role, fingerprint } = about;
  const salt = secureRandom(16);
  const iv = secureRandom(12);
  const head = { format: KEY_FILE_FORMAT, tenderId, role, fingerprint };
  const key = await keyOfPassphrase(passphrase, salt, iterations);
  const pkcs8 = await crypto.subtle.exportKey("pkcs8", privateKey);
  const how = { name: "AES-GCM", iv, additionalData: keyFileContext(head) };
  const data = new Uint8Array(await crypto.subtle.encrypt(how, key, pkcs8));
  return {
    ...head,
    iterations,
    salt: toBase64Url(salt),
    iv: toBase64Url(iv),
    data: toBase64Url(data),
  };
}

/** @param {KeyFile} file @param {string} passphrase @returns {Promise<CryptoKey>} */
export async function unlockKey(file, passphrase) {
  if (file?.format !== KEY_FILE_FORMAT || !(file.iterations <= MOST_ITERATIONS)) {
    throw new SealingError("not_a_key_file");
  }
  const key = await keyOfPassphrase(passphrase, fromBase64Url(file.salt), file.iterations);
  const how = {
    name: "AES-GCM",
    iv: fromBase64Url(file.iv),
    additionalData: keyFileContext(file),
  };
  let pkcs8;
  try {
    pkcs8 = await crypto.subtle.decrypt(how, key, fromBase64Url(file.data));
  } catch {
    throw new SealingError("wrong_passphrase");
  }
  return crypto.subtle.importKey("pkcs8", pkcs8, CURVE, false, ["deriveBits"]);
}
