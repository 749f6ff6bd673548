import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "~/platform/env.server";

const VERSION = "v1";
const IV_BYTES = 12;
const TAG_BYTES = 16;

let cached: { secret: string; key: Buffer } | undefined;

function amountKey(): Buffer {
  const secret = env().APP_SECRET;
  if (cached?.secret !== secret) {
    cached = { secret, key: Buffer.from(hkdfSync("sha256", secret, "", "secret-bid", 32)) };
  }
  return cached.key;
}

/** Seals what stays secret until the end, bound to its place: moved to another one it does not open. */
export function sealForRun(text: string, place: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", amountKey(), iv);
  cipher.setAAD(Buffer.from(place));
  // Amounts are padded to one length, so that their number of digits does not show.
  const sealed = Buffer.concat([cipher.update(text.padStart(20), "utf8"), cipher.final()]);
  return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

/** @throws Error when the value was changed, belongs to another place or the key is another one */
export function openForRun(value: string, place: string): string {
  const [version, body = ""] = value.split(".");
  if (version !== VERSION) throw new Error("unknown version of a sealed amount");
  const bytes = Buffer.from(body, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", amountKey(), bytes.subarray(0, IV_BYTES));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const opened = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
  return Buffer.concat([opened, decipher.final()]).toString("utf8").trimStart();
}

/** Where a secret amount belongs; it does not open anywhere else. */
export const secretPlace = (auctionId: string, sequence: number) => `${auctionId}/${sequence}`;
