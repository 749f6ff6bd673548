import { openEnvelope } from "./sealing-rules.js";
import { SealingError } from "./secret-sharing-rules.js";
import { parseEnvelope, type TenderBidContent, tenderBidContentSchema } from "./tender-bid-schema";

export type OpenedBid = { content: TenderBidContent } | { reason: string };

/**
 * What lies inside one envelope, by the shares that were handed in, or why it is no valid bid.
 * Whatever a bidder has put inside costs that bid, never the opening of the others.
 */
export async function openBid(
  row: { envelope: unknown; shares: { share: string }[] },
  ceiling: bigint | null,
): Promise<OpenedBid> {
  const envelope = parseEnvelope(JSON.stringify(row.envelope));
  if (!envelope) return { reason: "envelope_changed" };
  const shares = row.shares.map((one) => one.share).filter((share) => share !== "");
  try {
    const { content } = await openEnvelope(envelope, shares);
    const parsed = tenderBidContentSchema.safeParse(content);
    if (!parsed.success) return { reason: "not_a_bid" };
    if (ceiling !== null && BigInt(parsed.data.priceFen) > ceiling) {
      return { reason: "over_ceiling" };
    }
    return { content: parsed.data };
  } catch (error) {
    return { reason: error instanceof SealingError ? error.code : "not_a_bid" };
  }
}
