import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "~/platform/env.server";

const IV_BYTES = 12;
const TAG_BYTES = 16;

function accountKey(): Buffer {
  return Buffer.from(hkdfSync("sha256", env().APP_SECRET, "", "bank-account", 32));
}

/** Encrypts a bank account, bound to the payment whose invoice it stands on; empty stays empty. */
export function sealBankAccount(text: string, paymentId: string): string {
  if (text === "") return "";
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", accountKey(), iv);
  cipher.setAAD(Buffer.from(paymentId));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** @throws Error when the value was changed or belongs to another payment */
export function openBankAccount(value: string, paymentId: string): string {
  if (value === "") return "";
  const bytes = Buffer.from(value, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", accountKey(), bytes.subarray(0, IV_BYTES));
  decipher.setAAD(Buffer.from(paymentId));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const opened = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
  return Buffer.concat([opened, decipher.final()]).toString("utf8");
}
