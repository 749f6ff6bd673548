import { createPublicKey } from "node:crypto";
import type { DbOrTx } from "~/platform/db.server";
import type { KnownKey } from "./verify-transcript-rules";

/** Every key with which transcripts are or were signed. */
export async function listVerifierKeys(db: DbOrTx): Promise<KnownKey[]> {
  const rows = await db.sealKey.findMany({
    where: { purpose: "CERTIFICATE" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { fingerprint: true, publicKeyPem: true },
  });
  return rows.map(({ fingerprint, publicKeyPem }) => ({
    fingerprint,
    publicKey: createPublicKey(publicKeyPem)
      .export({ type: "spki", format: "der" })
      .toString("base64"),
  }));
}
