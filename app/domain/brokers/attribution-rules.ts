import { FULL_SHARE_BP, partOf } from "./share-rules";

/** What ties a broker to a deal, the strongest first. */
export const CLAIM_GROUNDS = ["MANDATE", "INTRODUCTION", "ROOM"] as const;
export type ClaimGround = (typeof CLAIM_GROUNDS)[number];

/** A broker's claim to have brought a deal about. */
export type Claim = {
  brokerId: string;
  ground: ClaimGround;
  /** When the mandate began, the introduction was made or the broker entered the room. */
  since: Date;
};

/**
 * One claim for each broker, the earliest first. A claim on better ground counts before a later one
 * on weaker ground of the same broker.
 */
export function claimsByBroker<T extends Claim>(claims: readonly T[]): T[] {
  const best = new Map<string, T>();
  for (const claim of claims) {
    const known = best.get(claim.brokerId);
    if (!known || rank(claim) < rank(known)) best.set(claim.brokerId, claim);
  }
  return [...best.values()].sort(
    (a, b) => a.since.getTime() - b.since.getTime() || (a.brokerId < b.brokerId ? -1 : 1),
  );
}

const rank = (claim: Claim) => CLAIM_GROUNDS.indexOf(claim.ground);

export type Share = { brokerId: string; shareBp: number; amountFen: bigint };

/**
 * Equal shares of a deal's turnover; what does not divide goes to those who came first, so that
 * shares sum to 10000 bp and amounts to the turnover. Brokers change their shares by correction.
 * Source: the market's own rule; no law divides turnover between brokers.
 * @param turnoverFen null while it cannot be determined (royalties): amounts are zero then
 */
export function splitTurnover(brokerIds: readonly string[], turnoverFen: bigint | null): Share[] {
  if (brokerIds.length === 0) return [];
  const shares = spread(FULL_SHARE_BP, brokerIds.length);
  const amounts = shares.map((shareBp) => partOf(turnoverFen ?? 0n, shareBp));
  const rest = (turnoverFen ?? 0n) - amounts.reduce((sum, one) => sum + one, 0n);
  return brokerIds.map((brokerId, index) => ({
    brokerId,
    shareBp: shares[index] ?? 0,
    amountFen: (amounts[index] ?? 0n) + (BigInt(index) < rest ? 1n : 0n),
  }));
}

function spread(total: number, count: number): number[] {
  const each = Math.floor(total / count);
  const rest = total - each * count;
  return Array.from({ length: count }, (_, index) => each + (index < rest ? 1 : 0));
}

/** Why a deal is left out of the yearly filing. */
export const RELATED_REASONS = ["DECLARED", "AGENCY_IS_PARTY", "BROKER_IN_PARTY"] as const;
export type RelatedReason = (typeof RELATED_REASONS)[number];

/**
 * Whether a deal counts as one between related units, which the provincial filing leaves out: the
 * sides declared it, or the broker belongs to one of them.
 * Source: provincial filing notice 2025 (deals between related units do not count); domain rule 3.2.
 */
export function relatedReason(facts: {
  isDeclared: boolean;
  agencyId: string | null;
  brokerOrganisationIds: readonly string[];
  partyIds: readonly string[];
}): RelatedReason | null {
  if (facts.isDeclared) return "DECLARED";
  if (facts.agencyId && facts.partyIds.includes(facts.agencyId)) return "AGENCY_IS_PARTY";
  const isInside = facts.brokerOrganisationIds.some((id) => facts.partyIds.includes(id));
  return isInside ? "BROKER_IN_PARTY" : null;
}
