import { canonicalJson } from "~/domain/audit/canonical-json";

/** The text whose sha256 is announced of a secret reserve. The nonce keeps amounts from being tried out. */
export function reserveCommitmentText(reserve: { amountFen: string; nonce: string }): string {
  const { amountFen, nonce } = reserve;
  return canonicalJson({ what: "RESERVE", amountFen, nonce });
}
