import type { TradeCaseType } from "./strike-rules";

export const FLAG_KINDS = [
  "RELATED_PARTY",
  "SHARED_CONTACT",
  "ROTATION",
  "LAST_SECOND",
  "ABNORMAL_PRICE",
  "SINGLE_STEP_PAIR",
] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

/** Changes whenever a rule of this area that makes flags changes; kept with each flag. */
export const FLAG_RULES_VERSION = "2026-11";

/** What was found, as a sentence of the texts with its values. */
export const FLAG_REASONS = [
  "declared",
  "sameRepresentative",
  "sharedMember",
  "sameOwnerMember",
  "samePhone",
  "sameMailDomain",
  "sameAddress",
  "sameWebsite",
  "sameNetwork",
  "winsInTurn",
  "lastSecondPair",
  "priceJump",
  "lowPrice",
  "singleSteps",
] as const;
export type FlagReason = (typeof FLAG_REASONS)[number];

/** A row that shows what was found: table, id and what stands in it. */
export type EvidenceRow = { table: string; id: string; text: string };

export type FlagEvidence = {
  reason: FlagReason;
  values: Record<string, string | number>;
  rows: EvidenceRow[];
};

export type Finding = {
  kind: FlagKind;
  /** In the order of their ids, so that a pair is one pair. */
  organisationIds: string[];
  evidence: FlagEvidence;
};

/** Somebody in a case: its owner, or an applicant or bidder. */
export type TradeParty = {
  organisationId: string;
  isOwner: boolean;
  /** Row by which the party is in the case. */
  row: { table: string; id: string };
  name: string;
  legalRepresentative: string | null;
  address: string | null;
  website: string | null;
  memberIds: readonly string[];
  phones: readonly string[];
  mails: readonly string[];
  /** Network addresses of the acting person's sessions. */
  networks: readonly string[];
  isDeclaredRelated: boolean;
  relatedNote: string;
};

export type TradeCaseFacts = {
  caseType: TradeCaseType;
  caseId: string;
  parties: readonly TradeParty[];
};

export function finding(
  kind: FlagKind,
  reason: FlagReason,
  organisationIds: readonly string[],
  values: FlagEvidence["values"],
  rows: EvidenceRow[],
): Finding {
  const ids = [...new Set(organisationIds)].sort();
  return { kind, organisationIds: ids, evidence: { reason, values, rows } };
}

/** The same finding about the same case is one flag, however often a case is watched. */
export function dedupeKeyOf(
  one: Finding,
  trade: Pick<TradeCaseFacts, "caseType" | "caseId">,
): string {
  const { reason } = one.evidence;
  return [one.kind, reason, trade.caseType, trade.caseId, ...one.organisationIds].join(":");
}

/** Every two different organisations among the parties. */
export function pairsOf(parties: readonly TradeParty[]): [TradeParty, TradeParty][] {
  return parties.flatMap((one, at) =>
    parties
      .slice(at + 1)
      .filter((other) => other.organisationId !== one.organisationId)
      .map((other): [TradeParty, TradeParty] => [one, other]),
  );
}
