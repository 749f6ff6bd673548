export type SignerSide = "SUPPLY" | "DEMAND" | "BROKER";
export type SignerCapacity = "LEGAL_REPRESENTATIVE" | "AGENT";
export type SignFactor = "TOTP" | "MAIL_CODE" | "SMS_CODE";

export const CAPACITIES = ["LEGAL_REPRESENTATIVE", "AGENT"] as const;
/** L2: somebody has seen the person's identity document. */
export const SIGNER_LEVEL = 2;

export type SignerTurn = {
  sort: number;
  userId: string;
  signedAt: Date | string | null;
  declinedAt: Date | string | null;
};

/** Who signs next; null when everybody has signed or somebody has declined. */
export function nextSignerOf<S extends SignerTurn>(signers: readonly S[]): S | null {
  if (signers.some((one) => one.declinedAt)) return null;
  const inOrder = [...signers].sort((a, b) => a.sort - b.sort);
  return inOrder.find((one) => !one.signedAt) ?? null;
}

export type SignerFacts = {
  /** SIGN scope of a running membership in the organisation. */
  maySign: boolean;
  isOrganisationVerified: boolean;
  realNameLevel: number;
};

export type SignerFault = "signer_no_scope" | "signer_organisation" | "signer_level";

/** Why a person cannot sign for an organisation; null when nothing stands in the way. */
export function signerFaultOf(facts: SignerFacts): SignerFault | null {
  if (!facts.isOrganisationVerified) return "signer_organisation";
  if (!facts.maySign) return "signer_no_scope";
  return facts.realNameLevel >= SIGNER_LEVEL ? null : "signer_level";
}

/** Places in the order of signing: the chosen side, the other one, then whoever brought them together. */
export function signingOrder(side: SignerSide, first: "SUPPLY" | "DEMAND"): number {
  if (side === "BROKER") return 3;
  return side === first ? 1 : 2;
}

/** The first letters of a hash, in groups that an eye can compare. */
export function shortHash(sha256: string): string {
  return (sha256.slice(0, 16).match(/.{4}/g) ?? []).join(" ");
}
