export const FEE_PAYERS = ["NONE", "BUYER", "SELLER", "HALF_EACH"] as const;

/** The service fee of a sale and who bears it; a fen that cannot be halved is the seller's. */
export function feeShares(
  priceFen: bigint,
  feeBp: number,
  payer: string,
): { buyerFen: bigint; sellerFen: bigint } {
  const fee = (priceFen * BigInt(feeBp)) / 10_000n;
  switch (payer) {
    case "BUYER":
      return { buyerFen: fee, sellerFen: 0n };
    case "SELLER":
      return { buyerFen: 0n, sellerFen: fee };
    case "HALF_EACH":
      return { buyerFen: fee / 2n, sellerFen: fee - fee / 2n };
    default:
      return { buyerFen: 0n, sellerFen: 0n };
  }
}
