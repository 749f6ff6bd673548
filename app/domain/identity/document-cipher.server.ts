import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "~/platform/env.server";

const VERSION = "v1";
const IV_BYTES = 12;
const TAG_BYTES = 16;

function documentKey(): Buffer {
  return Buffer.from(hkdfSync("sha256", env().APP_SECRET, "", "document-number", 32));
}

/**
 * Encrypts a document number with AES-256-GCM under a key derived from APP_SECRET. The owner's id is
 * bound to it, so that a value moved to another row does not open.
 */
export function sealDocumentNumber(number: string, userId: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", documentKey(), iv);
  cipher.setAAD(Buffer.from(userId));
  const sealed = Buffer.concat([cipher.update(number, "utf8"), cipher.final()]);
  return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

/** @throws Error when the value was changed, belongs to somebody else or the key is another one */
export function openDocumentNumber(value: string, userId: string): string {
  const [version, body = ""] = value.split(".");
  if (version !== VERSION) throw new Error("unknown version of a sealed document number");
  const bytes = Buffer.from(body, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", documentKey(), bytes.subarray(0, IV_BYTES));
  decipher.setAAD(Buffer.from(userId));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const opened = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
  return Buffer.concat([opened, decipher.final()]).toString("utf8");
}
