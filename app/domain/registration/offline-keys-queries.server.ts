import { createPublicKey } from "node:crypto";
import { calendarDate } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import type { TrustedKey } from "./offline-verify-rules.js";

/**
 * Every public key that papers have been signed or sealed with, retired ones with the last day of
 * their use. A key is here from its first use on.
 */
export async function listTrustedKeys(db: DbOrTx): Promise<TrustedKey[]> {
  const rows = await db.sealKey.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return rows.map((row) => ({
    id: row.fingerprint,
    use: row.purpose === "CERTIFICATE" ? "TOKEN" : "SEAL",
    algorithm: row.algorithm.toUpperCase(),
    spki: createPublicKey(row.publicKeyPem)
      .export({ type: "spki", format: "der" })
      .toString("base64"),
    from: calendarDate(row.createdAt),
    to: row.retiredAt ? calendarDate(row.retiredAt) : null,
  }));
}
