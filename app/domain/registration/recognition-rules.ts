import type { DossierFacts } from "./dossier-facts-schema";
import { amountChecks } from "./recognition-checks/amount-checks-rules";
import { categoryChecks } from "./recognition-checks/category-checks-rules";
import {
  type CheckId,
  REFUSAL_CODES,
  type RefusalCode,
} from "./recognition-checks/check-ids-rules";
import type { CheckContext, Judgement, RecognitionCheck } from "./recognition-checks/check-rules";
import { filingChecks } from "./recognition-checks/filing-checks-rules";
import { partyChecks } from "./recognition-checks/party-checks-rules";
import { rightChecks } from "./recognition-checks/right-checks-rules";
import { termChecks } from "./recognition-checks/term-checks-rules";

/** Changes with every change of a check; kept with the evidence of a decision. */
export const RECOGNITION_RULES_VERSION = "2026-11-22.2";

/** All checks in the order of their numbers. */
export const RECOGNITION_CHECKS: readonly RecognitionCheck[] = [
  ...partyChecks,
  ...termChecks,
  ...amountChecks,
  ...rightChecks,
  ...categoryChecks,
  ...filingChecks,
].sort((a, b) => a.id.localeCompare(b.id));

export type CheckResult = Judgement &
  Pick<RecognitionCheck, "id" | "kind" | "suppliedBy" | "sources" | "formula"> & {
    leadsTo: RecognitionCheck["leadsTo"];
    /** The answer is a registrar's finding. */
    isFinding: boolean;
  };

/** What the dossier comes to as it stands; only an office recognises. */
export type RecognitionOutcome = "NOT_ACCEPTED" | "REFUSED" | "PERSON_DECIDES" | "ACCEPTED";

export type RecognitionReport = {
  results: CheckResult[];
  notApplicable: CheckId[];
  /** Grounds that the unmet checks lead to if nothing is corrected. */
  refusals: RefusalCode[];
  outcome: RecognitionOutcome;
};

/**
 * A registrar's finding: it settles what a person decides, and may refute what looked met; it
 * cannot supply a paper that is missing.
 */
function withFinding(judgement: Judgement, finding: "MET" | "NOT_MET" | undefined) {
  const isFinding =
    finding === "NOT_MET" || (finding === "MET" && judgement.answer === "PERSON_DECIDES");
  if (!finding || !isFinding) return { ...judgement, isFinding: false };
  return { ...judgement, answer: finding, reason: null, isFinding: true };
}

function outcomeOf(results: readonly CheckResult[], refusals: readonly RefusalCode[]) {
  const unmet = results.filter((one) => one.answer === "NOT_MET");
  if (unmet.some((one) => one.leadsTo === "NOT_ACCEPTED")) return "NOT_ACCEPTED";
  if (refusals.length > 0) return "REFUSED";
  return results.some((one) => one.answer === "PERSON_DECIDES") ? "PERSON_DECIDES" : "ACCEPTED";
}

/** Runs every check that applies. Pure: parameters and date come from the caller. */
export function checkRecognition(facts: DossierFacts, context: CheckContext): RecognitionReport {
  const applicable = RECOGNITION_CHECKS.filter((check) => check.applies?.(facts) ?? true);
  const results = applicable.map((check): CheckResult => {
    const { id, kind, suppliedBy, sources, formula } = check;
    const judgement = withFinding(check.judge(facts, context), facts.findings[id]);
    const leadsTo = judgement.leadsTo === undefined ? check.leadsTo : judgement.leadsTo;
    return { id, kind, suppliedBy, sources, formula, ...judgement, leadsTo };
  });
  const grounds = new Set(
    results.filter((one) => one.answer === "NOT_MET").map((one) => one.leadsTo),
  );
  const refusals = REFUSAL_CODES.filter((code) => grounds.has(code));
  return {
    results,
    notApplicable: RECOGNITION_CHECKS.filter((check) => !applicable.includes(check)).map(
      (check) => check.id,
    ),
    refusals,
    outcome: outcomeOf(results, refusals),
  };
}
