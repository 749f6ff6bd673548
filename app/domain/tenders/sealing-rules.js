// @ts-check
import { CURVE, fingerprintOf } from "./holder-key-rules.js";
import {
  canonicalText,
  combineShares,
  fromBase64Url,
  SealingError,
  secureRandom,
  sha256Hex,
  splitSecret,
  toBase64Url,
  utf8,
} from "./secret-sharing-rules.js";

// How a bid is sealed and opened. Part of the page for sealing away from the market.

/**
 * @typedef {import("./holder-key-rules.js").HolderRole} HolderRole
 * @typedef {import("./holder-key-rules.js").Holder} Holder
 * @typedef {{ format: string, tenderId: string, organisationId: string, rulesHash: string,
 *   commitment: string }} EnvelopeHead
 * @typedef {{ role: HolderRole, fingerprint: string, ephemeral: string, iv: string, data: string,
 *   digest: string }} SealedShare
 * @typedef {EnvelopeHead & { iv: string, cipher: string, shares: SealedShare[] }} SealedEnvelope
 * @typedef {{ tenderId: string, organisationId: string, rulesHash: string,
 *   holders: readonly Holder[] }} SealingCall
 */

/**
 * Typed text as an envelope carries it: cutting leaves no half of a character that takes two units,
 * and there is nothing that the market's database cannot keep.
 * @param {string} text @param {number} most in UTF-16 units
 */
export const plainText = (text, most) =>
  text
    .slice(0, most)
    .replace(/\p{Cs}/gu, "")
    .replaceAll("\0", "");

export const ENVELOPE_FORMAT = "gm-sealed-bid/1";
export const SHARE_COUNT = 3;
export const THRESHOLD = 2;
/** Plain text is filled up to whole blocks, so that its length does not tell how long a price is. */
const BLOCK = 4096;

/**
 * The AES key between a private and a public key for one share of one bid.
 * @param {CryptoKey} privateKey @param {CryptoKey} publicKey @param {string} context
 */
async function shareKey(privateKey, publicKey, context) {
  const bits = await crypto.subtle.deriveBits({ name: "ECDH", public: publicKey }, privateKey, 256);
  const base = await crypto.subtle.importKey("raw", bits, "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(32), info: utf8(context) };
  const aes = { name: "AES-GCM", length: 256 };
  return crypto.subtle.deriveKey(how, base, aes, false, ["encrypt", "decrypt"]);
}

/** What a share belongs to: it opens nowhere else.
 * @param {EnvelopeHead} one @param {{ role: HolderRole, fingerprint: string }} of */
const shareContext = (one, of) => `${bidContext(one)}|${of.role}|${of.fingerprint}`;

/** @param {EnvelopeHead} one */
const bidContext = (one) =>
  `${one.format}|${one.tenderId}|${one.organisationId}|${one.rulesHash}|${one.commitment}`;

/** @param {string} context @param {Uint8Array} share */
const digestOf = (context, share) => sha256Hex(`${context}|${toBase64Url(share)}`);

/** @param {string} nonce @param {unknown} content what the bidder is bound by, as one number */
export function commitmentOf(nonce, content) {
  return sha256Hex(canonicalText({ content, nonce }));
}

/**
 * Seals a bid. The key of its cipher text exists in three shares only, one for each holder.
 * @param {unknown} content @param {SealingCall} call
 * @returns {Promise<{ envelope: SealedEnvelope, nonce: string }>}
 */
export async function sealBid(content, call) {
  if (call.holders.length !== SHARE_COUNT) throw new SealingError("holders_missing");
  const nonce = toBase64Url(secureRandom(32));
  const head = {
    format: ENVELOPE_FORMAT,
    tenderId: call.tenderId,
    organisationId: call.organisationId,
    rulesHash: call.rulesHash,
    commitment: await commitmentOf(nonce, content),
  };
  const plain = utf8(canonicalText({ content, nonce }));
  const padded = new Uint8Array(Math.ceil(plain.length / BLOCK) * BLOCK).fill(0x20);
  padded.set(plain);
  const secret = secureRandom(32);
  const iv = secureRandom(12);
  const key = await crypto.subtle.importKey("raw", secret, "AES-GCM", false, ["encrypt"]);
  const how = { name: "AES-GCM", iv, additionalData: utf8(bidContext(head)) };
  const cipher = new Uint8Array(await crypto.subtle.encrypt(how, key, padded));
  const parts = splitSecret(secret, SHARE_COUNT, THRESHOLD);
  secret.fill(0);
  const shares = await Promise.all(
    call.holders.map((holder, at) => sealShare(parts[at] ?? new Uint8Array(0), holder, head)),
  );
  const envelope = { ...head, iv: toBase64Url(iv), cipher: toBase64Url(cipher), shares };
  return { envelope, nonce };
}

/**
 * @param {Uint8Array<ArrayBuffer>} share @param {Holder} holder
 * @param {EnvelopeHead} head
 * @returns {Promise<SealedShare>}
 */
async function sealShare(share, { role, publicKey, fingerprint }, head) {
  if ((await fingerprintOf(publicKey)) !== fingerprint) throw new SealingError("wrong_fingerprint");
  const context = shareContext(head, { role, fingerprint });
  const theirs = await crypto.subtle.importKey("jwk", publicKey, CURVE, false, []);
  const own = await crypto.subtle.generateKey(CURVE, true, ["deriveBits"]);
  const iv = secureRandom(12);
  const key = await shareKey(own.privateKey, theirs, context);
  const data = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, share));
  const ephemeral = new Uint8Array(await crypto.subtle.exportKey("raw", own.publicKey));
  return {
    role,
    fingerprint,
    ephemeral: toBase64Url(ephemeral),
    iv: toBase64Url(iv),
    data: toBase64Url(data),
    digest: await digestOf(context, share),
  };
}

/** @param {SealedEnvelope} envelope @returns {Promise<string>} what the receipt of a bid names */
export function envelopeHashOf(envelope) {
  return sha256Hex(canonicalText(envelope));
}

/** Whether this is the share of that holder that the bidder has sealed.
 * @param {EnvelopeHead} head @param {SealedShare} sealed @param {string} share base64url
 */
export async function isShareOf(head, sealed, share) {
  return (await sha256Hex(`${shareContext(head, sealed)}|${share}`)) === sealed.digest;
}

/**
 * A holder's share of one bid, in the holder's browser.
 * @param {EnvelopeHead} head @param {SealedShare} sealed @param {CryptoKey} privateKey
 * @returns {Promise<string>} base64url
 */
export async function openShare(head, sealed, privateKey) {
  let share;
  try {
    const point = fromBase64Url(sealed.ephemeral);
    const theirs = await crypto.subtle.importKey("raw", point, CURVE, false, []);
    const key = await shareKey(privateKey, theirs, shareContext(head, sealed));
    const how = { name: "AES-GCM", iv: fromBase64Url(sealed.iv) };
    share = new Uint8Array(await crypto.subtle.decrypt(how, key, fromBase64Url(sealed.data)));
  } catch {
    throw new SealingError("share_unreadable");
  }
  const text = toBase64Url(share);
  if (!(await isShareOf(head, sealed, text))) throw new SealingError("share_mismatch");
  return text;
}

/**
 * The content of a bid from two shares.
 * @param {SealedEnvelope} envelope @param {readonly string[]} shares base64url
 * @returns {Promise<{ content: unknown, nonce: string }>}
 * @throws SealingError "shares_missing", "bad_shares", "cipher_changed", "commitment_broken"
 */
export async function openEnvelope(envelope, shares) {
  if (shares.length < THRESHOLD) throw new SealingError("shares_missing");
  const secret = combineShares(shares.slice(0, THRESHOLD).map(fromBase64Url));
  let plain;
  try {
    const key = await crypto.subtle.importKey("raw", secret, "AES-GCM", false, ["decrypt"]);
    const how = {
      name: "AES-GCM",
      iv: fromBase64Url(envelope.iv),
      additionalData: utf8(bidContext(envelope)),
    };
    plain = await crypto.subtle.decrypt(how, key, fromBase64Url(envelope.cipher));
  } catch {
    throw new SealingError("cipher_changed");
  }
  let opened;
  try {
    opened = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain));
  } catch {
    throw new SealingError("not_json");
  }
  const nonce = typeof opened?.nonce === "string" ? opened.nonce : "";
  if ((await commitmentOf(nonce, opened?.content ?? null)) !== envelope.commitment) {
    throw new SealingError("commitment_broken");
  }
  return { content: opened.content, nonce };
}
