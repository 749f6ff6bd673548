import { canonicalJson } from "~/domain/audit/canonical-json";
import { signPayload } from "~/domain/shared/sign-payload.server";
import type { Tx } from "~/platform/db.server";
import type { ReceiptFacts } from "./receipt-schema";

/** A signed receipt: canonical JSON of the facts, and the market's signature over exactly those bytes. */
export async function makeReceipt(tx: Tx, facts: ReceiptFacts): Promise<string> {
  const payload = canonicalJson(facts);
  const { signature, fingerprint } = await signPayload(new TextEncoder().encode(payload), tx);
  const text = Buffer.from(signature).toString("base64url");
  return JSON.stringify({ payload, signature: text, key: fingerprint });
}
