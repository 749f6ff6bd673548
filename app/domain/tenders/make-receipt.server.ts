import { canonicalJson } from "~/domain/audit/canonical-json";
import { signPayload } from "~/domain/shared/sign-payload.server";
import type { Tx } from "~/platform/db.server";

export type ReceiptFacts = {
  format: "gm-bid-receipt/1";
  tender: number;
  tenderId: string;
  organisation: string;
  organisationId: string;
  bid: number;
  revision: number;
  amendment: number;
  envelopeHash: string;
  commitment: string;
  receivedAt: string;
};

/** A signed receipt: canonical JSON of the facts, and the market's signature over exactly those bytes. */
export async function makeReceipt(tx: Tx, facts: ReceiptFacts): Promise<string> {
  const payload = canonicalJson(facts);
  const { signature, fingerprint } = await signPayload(new TextEncoder().encode(payload), tx);
  const text = Buffer.from(signature).toString("base64url");
  return JSON.stringify({ payload, signature: text, key: fingerprint });
}
