import type { Reason } from "./recognition-checks/check-rules";
import type { RecognitionReport } from "./recognition-rules";

export const SECOND_REASONS = ["AMOUNT", "RISK", "RULE", "SAMPLE"] as const;
export type SecondReason = (typeof SECOND_REASONS)[number];

/** Reasons of a check that a second person should see whatever the first one found. */
const RISKS: ReadonlySet<Reason> = new Set<Reason>([
  ...(["clause_found", "related_by_data", "share_low", "hardware_unpriced"] as const),
  ...(["too_many_carriers", "status_unproved", "seal_differs"] as const),
]);

/** Reasons of the checks before any finding that make a matter risky. */
export function riskFlags(report: RecognitionReport): Reason[] {
  return report.results.flatMap((one) => (one.reason && RISKS.has(one.reason) ? [one.reason] : []));
}

export type SecondReviewFacts = {
  registrationId: string;
  totalFen: bigint | null;
  isRelated: boolean;
  risks: readonly Reason[];
  /** Parameter, assumed: the threshold of the 2022 guide could not be read (doubt D7). */
  thresholdFen: bigint;
  /** Share of the others that is drawn, in basis points. */
  sampleBp: number;
};

/**
 * Draws by the id itself, so that nobody can choose and everybody can check: the last 32 bits of a
 * UUIDv7 are random; they fall below the share of their range.
 */
export function isDrawn(registrationId: string, sampleBp: number): boolean {
  const bits = Number.parseInt(registrationId.replaceAll("-", "").slice(-8), 16);
  return bits % 10_000 < sampleBp;
}

/**
 * Why a second registrar must look, or null: the amount reaches the threshold, a check shows a risk,
 * the parties are related, or the sample falls on it (in this order).
 */
export function secondReviewReason(facts: SecondReviewFacts): SecondReason | null {
  if (facts.totalFen === null || facts.totalFen >= facts.thresholdFen) return "AMOUNT";
  if (facts.risks.length > 0) return "RISK";
  if (facts.isRelated) return "RULE";
  return isDrawn(facts.registrationId, facts.sampleBp) ? "SAMPLE" : null;
}
