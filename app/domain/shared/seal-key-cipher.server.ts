import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "~/platform/env.server";

const VERSION = "v1";
const IV_BYTES = 12;
const TAG_BYTES = 16;

const cipherKey = () => Buffer.from(hkdfSync("sha256", env().APP_SECRET, "", "seal-key", 32));

/** Encrypts a private key with AES-256-GCM under a key derived from APP_SECRET, bound to its row. */
export function lockPrivateKey(pem: string, keyId: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", cipherKey(), iv);
  cipher.setAAD(Buffer.from(keyId));
  const locked = Buffer.concat([cipher.update(pem, "utf8"), cipher.final()]);
  return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), locked]).toString("base64url")}`;
}

/** @throws Error when the value was changed, belongs to another row or APP_SECRET is another one */
export function unlockPrivateKey(value: string, keyId: string): string {
  const [version, body = ""] = value.split(".");
  if (version !== VERSION) throw new Error("unknown version of a locked key");
  const bytes = Buffer.from(body, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", cipherKey(), bytes.subarray(0, IV_BYTES));
  decipher.setAAD(Buffer.from(keyId));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const opened = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
  return Buffer.concat([opened, decipher.final()]).toString("utf8");
}
