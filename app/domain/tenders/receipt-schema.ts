import { z } from "zod";

const factsSchema = z.object({
  format: z.literal("gm-bid-receipt/1"),
  tender: z.int(),
  tenderId: z.string(),
  organisation: z.string(),
  organisationId: z.string(),
  bid: z.int(),
  revision: z.int(),
  amendment: z.int(),
  envelopeHash: z.string(),
  commitment: z.string(),
  receivedAt: z.string(),
});
/** What the market confirms to a bidder. */
export type ReceiptFacts = z.output<typeof factsSchema>;

const receiptSchema = z.object({ payload: z.string(), signature: z.string(), key: z.string() });

/** A stored receipt taken apart. @throws ZodError when it is none */
export function readReceipt(text: string): { facts: ReceiptFacts; signature: string; key: string } {
  const { payload, signature, key } = receiptSchema.parse(JSON.parse(text));
  return { facts: factsSchema.parse(JSON.parse(payload)), signature, key };
}
