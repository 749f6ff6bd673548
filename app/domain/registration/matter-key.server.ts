import { createHash } from "node:crypto";

/**
 * Identity of a matter wherever it is filed: the text's hash, both parties and the signing date
 * (registered once by region, 按地域一次登记).
 */
export function matterKey(matter: {
  contractSha256: string;
  sellerId: string;
  buyerId: string;
  signedOn: string;
}): string {
  const { contractSha256, sellerId, buyerId, signedOn } = matter;
  const text = [contractSha256, sellerId, buyerId, signedOn].join("|");
  return createHash("sha256").update(text, "utf8").digest("hex");
}
