export const RECUSAL_REASONS = ["EMPLOYER", "FAMILY", "SHARES", "BROKER", "OTHER"] as const;
export type RecusalReason = (typeof RECUSAL_REASONS)[number];

/** Why somebody may not handle a matter: declared, or found by the market itself. */
export type Bias = RecusalReason | "PARTICIPANT";

export type BiasFacts = {
  /** Both parties and the applicant. */
  partyIds: readonly string[];
  /** People who take or took part in the room, the brokers apart. */
  participantIds: readonly string[];
  brokerIds: readonly string[];
  declared: readonly { userId: string; reason: string }[];
};

/**
 * Why a person may not handle the matter, or null: a declared recusal, a membership in a party, a
 * part in the deal as its broker or otherwise (domain 1.8: not the own employer, not the family).
 */
export function findBias(
  person: { userId: string; memberOf: readonly string[] },
  facts: BiasFacts,
): Bias | null {
  const declared = facts.declared.find((one) => one.userId === person.userId);
  if (declared) return RECUSAL_REASONS.find((one) => one === declared.reason) ?? "OTHER";
  if (person.memberOf.some((id) => facts.partyIds.includes(id))) return "EMPLOYER";
  if (facts.brokerIds.includes(person.userId)) return "BROKER";
  return facts.participantIds.includes(person.userId) ? "PARTICIPANT" : null;
}
