import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import type { DbOrTx } from "~/platform/db.server";
import { getSealKey } from "./seal-key.server";

export interface SignedPayload {
  /** ECDSA P-256 over SHA-256, r and s of 32 bytes each: what Web Crypto verifies. */
  signature: Uint8Array;
  fingerprint: string;
  publicKeyPem: string;
}

/** Signs bytes (the content of a QR code) with the certificate key of this market. */
export async function signPayload(payload: Uint8Array, db: DbOrTx): Promise<SignedPayload> {
  const { privateKeyPem, publicKeyPem, fingerprint } = await getSealKey("CERTIFICATE", db);
  const key = createPrivateKey(privateKeyPem);
  const signature = sign("sha256", payload, { key, dsaEncoding: "ieee-p1363" });
  return { signature: new Uint8Array(signature), fingerprint, publicKeyPem };
}

/** Whether `signature` was made over exactly these bytes with that key. */
export function isPayloadSignature(
  payload: Uint8Array,
  signature: Uint8Array,
  publicKeyPem: string,
): boolean {
  const key = createPublicKey(publicKeyPem);
  return verify("sha256", payload, { key, dsaEncoding: "ieee-p1363" }, signature);
}
